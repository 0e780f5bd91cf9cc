// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;

/// With which the operator of this machine speaks to the running server; another one at every
/// start.
public final class OperatorToken {
    private final String text;

    public OperatorToken(SecureRandom random) {
        text = "operator-" + new Tokens(random).next();
    }

    public String text() {
        return text;
    }

    public boolean is(String token) {
        return MessageDigest.isEqual(
                text.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
