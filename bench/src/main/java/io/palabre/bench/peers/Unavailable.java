// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.peers;

/// A peer that this machine cannot run, and why.
public final class Unavailable extends Exception {
    Unavailable(String why) {
        super(why);
    }
}
