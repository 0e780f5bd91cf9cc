// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.torture;

import java.util.List;

/// What is not done to a real server here, and where it is done instead.
final class Skipped {
    private Skipped() {}

    static List<String> all() {
        return List.of(
                "setting the clock, since that would set this machine's; the simulation does",
                "a slow disk and one that answers EIO, since that needs a device of its own; the"
                        + " simulation lets commits fail and take long",
                "loss of power, since that needs a recording of every write");
    }
}
