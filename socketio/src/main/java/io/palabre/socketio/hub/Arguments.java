// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import io.palabre.socketio.Args;
import io.palabre.socketio.RawJson;
import io.palabre.socketio.packet.Fragment;
import io.palabre.socketio.packet.JsonWriter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the arguments that a program gives are understood.
final class Arguments {
    private Arguments() {}

    static JsonWriter event(String name, Object[] args) {
        return new JsonWriter(Arguments::known).event(name, args);
    }

    static JsonWriter array(Object[] args) {
        return new JsonWriter(Arguments::known).array(args);
    }

    private static @Nullable Object known(Object value) {
        return switch (value) {
            case RawJson raw -> Fragment.of(raw.text());
            case Args args -> fragment(args);
            case Buffer buffer -> buffer.getBytes();
            case ByteBuffer buffer -> bytes(buffer);
            case JsonObject object -> object.getMap();
            case JsonArray array -> array.getList();
            case CharSequence text -> text.toString();
            default -> null;
        };
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static Fragment fragment(Args args) {
        var items = new StringBuilder();
        for (var i = 0; i < args.size(); i++) {
            items.append(i == 0 ? "" : ",").append(args.arg(i));
        }
        List<byte[]> attachments = args.attachments().stream().map(Buffer::getBytes).toList();
        return new Fragment(items.toString(), attachments);
    }
}
