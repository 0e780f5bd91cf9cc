// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A packet ready to be sent: its text and the attachments that follow it at once. Immutable, so
/// that one may go to any number of clients.
public final class Encoded {
    private final byte[] text;
    private final List<byte[]> attachments;

    private Encoded(byte[] text, List<byte[]> attachments) {
        this.text = text;
        this.attachments = attachments;
    }

    /// A packet from its text, the Engine.IO digit included.
    public static Encoded of(String text) {
        return of(text, List.of());
    }

    /// A packet from its text, the Engine.IO digit included, and its attachments.
    public static Encoded of(String text, List<byte[]> attachments) {
        return new Encoded(text.getBytes(StandardCharsets.UTF_8), attachments);
    }

    /// A binary message without text.
    public static Encoded binary(byte[] message) {
        return new Encoded(new byte[0], List.of(message));
    }

    /// The text in UTF-8, the Engine.IO digit included; empty for a binary message alone. Not to be
    /// changed.
    public byte[] text() {
        return text;
    }

    /// The attachments. Not to be changed.
    public List<byte[]> attachments() {
        return attachments;
    }

    /// How many Engine.IO packets this is.
    public int packets() {
        return (text.length == 0 ? 0 : 1) + attachments.size();
    }

    /// Bytes of the text and all attachments.
    public int size() {
        var size = text.length;
        for (var attachment : attachments) {
            size += attachment.length;
        }
        return size;
    }
}
