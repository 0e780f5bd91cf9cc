// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.load;

/// What a client says: the bytes of the frame for the n-th operation. Somewhere in it stands the
/// [Mark] of that number.
@FunctionalInterface
public interface Utterance {
    byte[] of(int client, long number);
}
