// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.engine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// The body of a long-polling request or answer: packets joined by the record separator U+001E,
/// binary ones as `b` and base64.
public final class Payload {
    private static final char SEPARATOR = '\u001e';

    private Payload() {}

    /// Takes what a client posted.
    public interface Receiver {
        /// A packet in text, its type digit first.
        void text(String packet);

        /// A binary message.
        void binary(byte[] message);
    }

    /// Hands the packets of a body to `receiver`, in order.
    ///
    /// @throws ProtocolError if a packet is malformed; those before it were handed over
    public static void read(String body, Receiver receiver) {
        var start = 0;
        while (true) {
            var end = body.indexOf(SEPARATOR, start);
            readPacket(body.substring(start, end < 0 ? body.length() : end), receiver);
            if (end < 0) {
                return;
            }
            start = end + 1;
        }
    }

    /// Reads one packet, which may be binary in base64.
    public static void readPacket(String packet, Receiver receiver) {
        if (packet.startsWith("b")) {
            receiver.binary(base64(packet));
        } else {
            receiver.text(packet);
        }
    }

    /// The body that carries these packets.
    public static byte[] write(List<Encoded> packets) {
        if (packets.size() == 1 && packets.getFirst().attachments().isEmpty()) {
            return packets.getFirst().text();
        }
        var body = new ByteArrayOutputStream(256);
        for (var packet : packets) {
            if (packet.text().length > 0) {
                append(packet.text(), body);
            }
            packet.attachments().forEach(bytes -> append(base64Text(bytes), body));
        }
        return body.toByteArray();
    }

    private static void append(byte[] packet, ByteArrayOutputStream body) {
        if (body.size() > 0) {
            body.write(SEPARATOR);
        }
        body.writeBytes(packet);
    }

    /// A binary message as a text frame, `b` and base64.
    public static byte[] base64Text(byte[] message) {
        return ("b" + Base64.getEncoder().encodeToString(message))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] base64(String packet) {
        try {
            return Base64.getDecoder().decode(packet.substring(1));
        } catch (IllegalArgumentException e) {
            throw new ProtocolError("malformed base64");
        }
    }
}
