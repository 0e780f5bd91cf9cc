// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import io.palabre.socketio.Args;
import io.palabre.socketio.packet.JsonArrayText;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/// The arguments of an acknowledgement.
public record Received(JsonArrayText payload, List<Buffer> attachments) implements Args {

    static Received of(JsonArrayText payload, List<byte[]> attachments) {
        return new Received(payload, attachments.stream().map(Buffer::buffer).toList());
    }

    /// See [Args#of].
    public static Received of(String json, List<Buffer> attachments) {
        return new Received(JsonArrayText.of(json), List.copyOf(attachments));
    }

    @Override
    public String json() {
        return payload.text();
    }

    @Override
    public int size() {
        return payload.size();
    }

    @Override
    public String arg(int index) {
        return payload.item(index);
    }
}
