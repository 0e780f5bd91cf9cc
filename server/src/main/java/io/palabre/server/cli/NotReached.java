// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.cli;

/// There is no running server, or it says no; the message is one line.
final class NotReached extends Exception {
    NotReached(String message) {
        super(message);
    }
}
