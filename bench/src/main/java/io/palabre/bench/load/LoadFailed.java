// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.load;

/// A load that could not do its work: a lost connection, a refusal, a server that cannot keep up.
public final class LoadFailed extends Exception {
    LoadFailed(String why, Throwable cause) {
        super(why, cause);
    }
}
