// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.packet;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.palabre.socketio.engine.ProtocolError;
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

    /// The name as a JSON string.
    ///
    /// @throws IllegalArgumentException for a name that belongs to the protocol
    public static String quoted(String name) {
        if (RESERVED.contains(name)) {
            throw new IllegalArgumentException('"' + name + "\" is a reserved event name");
        }
        var quoted = new StringBuilder(name.length() + 2).append('"');
        JsonStringEncoder.getInstance().quoteAsString(name, quoted);
        return quoted.append('"').toString();
    }

    /// The name that a client gave: a string, or a number taken as its digits.
    static String read(String json) {
        var name = json.charAt(0) == '"' ? JsonStrings.unquote(json) : number(json);
        if (RESERVED.contains(name)) {
            throw new ProtocolError("reserved event name");
        }
        return name;
    }

    private static String number(String json) {
        var first = json.charAt(0);
        if (first != '-' && !JsonScanner.isDigit(first)) {
            throw new ProtocolError("event name is neither string nor number");
        }
        return json;
    }
}
