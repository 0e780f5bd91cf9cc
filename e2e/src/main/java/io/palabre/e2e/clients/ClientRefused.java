// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.clients;

/// A client could not do what it was told; in its words.
public final class ClientRefused extends RuntimeException {
    ClientRefused(String words) {
        super(words);
    }
}
