// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import io.palabre.socketio.packet.EventName;

/// An event encoded once, to be emitted any number of times; all receivers share its bytes.
///
/// @param event the event's name
/// @param json the payload, a JSON array with the name first
public record Prepared(String event, String json) {

    /// An event whose arguments are JSON already.
    ///
    /// @param rawJsonArgs one well-formed JSON value each; the caller vouches for it
    /// @throws IllegalArgumentException for a reserved event name
    public static Prepared event(String event, String... rawJsonArgs) {
        var json = new StringBuilder("[").append(EventName.quoted(event));
        for (var arg : rawJsonArgs) {
            json.append(',').append(arg);
        }
        return new Prepared(event, json.append(']').toString());
    }
}
