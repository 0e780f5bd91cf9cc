// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.accounts;

import io.palabre.core.sessions.TokenHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// Opaque tokens of 256 random bits. Only their SHA-256 is kept: with so many random bits nothing
/// slower is needed.
final class Tokens {
    private static final int BYTES = 32;

    private final SecureRandom random;

    Tokens(SecureRandom random) {
        this.random = random;
    }

    String next() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static TokenHash hash(String token) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var bytes = sha.digest(token.getBytes(StandardCharsets.UTF_8));
            return new TokenHash(HexFormat.of().formatHex(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
