// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.packet;

import io.palabre.socketio.engine.ProtocolError;
import org.jspecify.annotations.Nullable;

/// An object that may turn out to be the placeholder of an attachment:
/// `{"_placeholder":true,"num":0}`, with its keys in any order.
final class PlaceholderCandidate {
    private boolean marked;
    private boolean ambiguous;
    private @Nullable String num;

    void member(String text, int keyStart, int keyEnd, int valueStart, int valueEnd) {
        var length = keyEnd - keyStart;
        if (is("\"_placeholder\"", text, keyStart, length)) {
            ambiguous |= marked;
            marked |= text.startsWith("true", valueStart);
        } else if (is("\"num\"", text, keyStart, length)) {
            ambiguous |= num != null;
            num = text.substring(valueStart, valueEnd);
        } else if (text.substring(keyStart, keyEnd).contains("\\u")) {
            ambiguous = true;
        }
    }

    /// Tells `rule` if this is a placeholder.
    void settle(PlaceholderRule rule, int start, int end) {
        if (!marked) {
            return;
        }
        if (ambiguous || num == null || num.length() > 4) {
            throw new ProtocolError("malformed placeholder");
        }
        for (var i = 0; i < num.length(); i++) {
            if (!JsonScanner.isDigit(num.charAt(i))) {
                throw new ProtocolError("malformed placeholder");
            }
        }
        rule.placeholder(start, end, Integer.parseInt(num));
    }

    private static boolean is(String key, String text, int start, int length) {
        return key.length() == length && text.startsWith(key, start);
    }
}
