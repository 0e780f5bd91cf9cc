// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.packet;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Set;

/// The rules for names of events.
public final class EventName {
    private static final Set<String> RESERVED =
            Set.of(
                    "connect",
                    "connect_error",
                    "disconnect",
                    "disconnecting",
                    "newListener",
                    "removeListener");

    private EventName() {}

    /// Whether the name belongs to the protocol and may not be used by programs or clients.
    public static boolean isReserved(String name) {
        return RESERVED.contains(name);
    }

    /// The name as a JSON string.
    ///
    /// @throws IllegalArgumentException for a reserved name
    public static String quoted(String name) {
        if (isReserved(name)) {
            throw new IllegalArgumentException('"' + name + "\" is a reserved event name");
        }
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(name)) + '"';
    }
}
