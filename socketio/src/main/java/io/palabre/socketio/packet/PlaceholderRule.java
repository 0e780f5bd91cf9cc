// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.packet;

import io.palabre.socketio.engine.ProtocolError;

/// Hears about each placeholder of a binary attachment in a payload.
@FunctionalInterface
interface PlaceholderRule {

    /// Called when a placeholder was found.
    ///
    /// @param start where the placeholder object begins in the text
    /// @param end where it ends
    /// @param num the attachment it stands for, not checked yet
    void placeholder(int start, int end, int num);

    /// Refuses placeholders that stand for none of `attachments`.
    static PlaceholderRule within(int attachments) {
        return (_, _, num) -> {
            if (num >= attachments) {
                throw new ProtocolError("placeholder without attachment");
            }
        };
    }
}
