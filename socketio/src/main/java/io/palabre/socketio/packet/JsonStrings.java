// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.packet;

/// Reading JSON strings that are known to be well-formed.
final class JsonStrings {
    private JsonStrings() {}

    /// What a JSON string, quotes included, stands for.
    static String unquote(String json) {
        if (json.indexOf('\\') < 0) {
            return json.substring(1, json.length() - 1);
        }
        var plain = new StringBuilder(json.length());
        for (var i = 1; i < json.length() - 1; i++) {
            var c = json.charAt(i);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            c = json.charAt(++i);
            if (c == 'u') {
                plain.append((char) Integer.parseInt(json, i + 1, i + 5, 16));
                i += 4;
            } else {
                plain.append(escaped(c));
            }
        }
        return plain.toString();
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> c;
        };
    }
}
