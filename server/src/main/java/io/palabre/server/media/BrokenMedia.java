// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.media;

import java.io.IOException;

/// A file that is not what it begins as, or that would cost too much to show.
public final class BrokenMedia extends IOException {
    BrokenMedia(String message) {
        super(message);
    }
}
