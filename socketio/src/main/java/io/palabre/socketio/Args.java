// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import io.palabre.socketio.hub.Received;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/// Arguments that a client sent, as the JSON text it sent: nothing is parsed into objects.
///
/// The text is well-formed and within [Limits#maxJsonDepth]. Where a binary attachment stood it has
/// `{"_placeholder":true,"num":n}`, with `n` an index into [#attachments].
public interface Args {

    /// The whole JSON array.
    String json();

    /// How many arguments there are.
    int size();

    /// The raw JSON text of one argument.
    ///
    /// @throws IndexOutOfBoundsException unless `0 <= index < size()`
    String arg(int index);

    /// The binary attachments, in the order sent.
    List<Buffer> attachments();

    /// Arguments from what [#json] and [#attachments] said, for example on another node.
    ///
    /// @throws IllegalArgumentException if `json` is not an array
    static Args of(String json, List<Buffer> attachments) {
        return Received.of(json, attachments);
    }
}
