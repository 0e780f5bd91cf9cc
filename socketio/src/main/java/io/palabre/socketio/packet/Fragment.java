// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.packet;

import java.util.List;

/// JSON to be put into a payload as it is.
///
/// @param json values separated by commas, or nothing
/// @param attachments what its placeholders stand for
public record Fragment(String json, List<byte[]> attachments) {

    /// JSON without attachments.
    public static Fragment of(String json) {
        return new Fragment(json, List.of());
    }

    /// The JSON with its placeholders counted from `base` on.
    String renumbered(int base) {
        if (attachments.isEmpty()) {
            return json;
        }
        var source = '[' + json + ']';
        var result = new StringBuilder(source.length() + 16);
        var copied = new int[] {0};
        PlaceholderRule renumber =
                (start, end, num) -> {
                    result.append(source, copied[0], start);
                    result.append("{\"_placeholder\":true,\"num\":").append(base + num).append('}');
                    copied[0] = end;
                };
        new JsonScanner(source, 0, Integer.MAX_VALUE, renumber).array();
        result.append(source, copied[0], source.length());
        return result.substring(1, result.length() - 1);
    }
}
