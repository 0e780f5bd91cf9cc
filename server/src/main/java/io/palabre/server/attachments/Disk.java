// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.attachments;

import io.palabre.core.log.Unavailable;
import java.io.IOException;

/// What becomes of a disk that fails.
final class Disk {
    private Disk() {}

    static Unavailable failed(IOException e) {
        return Unavailable.undecided("the bytes of an attachment: " + e, e);
    }
}
