// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.packet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import io.palabre.socketio.engine.ProtocolError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Whatever a client sends as Socket.IO, only [ProtocolError] comes out, and what is accepted is
/// JSON to another parser too. A target for Jazzer; `FuzzTest` replays its corpus.
public final class PacketFuzz {
    private static final JsonFactory JSON = new JsonFactory();

    private PacketFuzz() {}

    /// Lines of text packets; each that waits for attachments gets them.
    public static void fuzzerTestOneInput(byte[] input) {
        var reader = new PacketReader(new PacketBounds(10, 1_000, 64));
        for (var line : new String(input, StandardCharsets.UTF_8).split("\n", -1)) {
            try {
                var packet = reader.text(line);
                while (packet == null) {
                    packet = reader.attachment(new byte[] {1});
                }
                check(packet);
            } catch (ProtocolError expected) {
                reader.forget();
            }
        }
    }

    private static void check(SocketPacket packet) {
        switch (packet) {
            case SocketPacket.Connect connect -> items(connect.authJson());
            case SocketPacket.Disconnect _ -> {}
            case SocketPacket.Event event -> check(event.payload());
            case SocketPacket.Ack ack -> check(ack.payload());
        }
    }

    private static void check(JsonArrayText payload) {
        if (items(payload.text()) != payload.size()) {
            throw new IllegalStateException("another number of items: " + payload);
        }
        for (var i = 0; i < payload.size(); i++) {
            items('[' + payload.item(i) + ']');
        }
    }

    private static int items(String json) {
        try (var parser = JSON.createParser(json)) {
            var first = parser.nextToken();
            var count = 0;
            while (first == JsonToken.START_ARRAY && parser.nextToken() != JsonToken.END_ARRAY) {
                parser.skipChildren();
                count++;
            }
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw new IllegalStateException("more than one value: " + json);
            }
            return count;
        } catch (IOException e) {
            throw new IllegalStateException("accepted, but no JSON: " + json, e);
        }
    }
}
