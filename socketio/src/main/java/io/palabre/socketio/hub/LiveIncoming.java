// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import io.palabre.socketio.Incoming;
import io.palabre.socketio.Socket;
import io.palabre.socketio.engine.Encoded;
import io.palabre.socketio.packet.PacketWriter;
import io.palabre.socketio.packet.SocketPacket;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/// An event on its way to the listeners of its socket.
final class LiveIncoming implements Incoming {
    private final LiveSocket socket;
    private final SocketPacket.Event packet;
    private final AtomicBoolean answered = new AtomicBoolean();

    LiveIncoming(LiveSocket socket, SocketPacket.Event packet) {
        this.socket = socket;
        this.packet = packet;
    }

    @Override
    public String event() {
        return packet.name();
    }

    @Override
    public String json() {
        return packet.payload().text();
    }

    @Override
    public int size() {
        return packet.payload().size() - 1;
    }

    @Override
    public String arg(int index) {
        return packet.payload().item(Objects.checkIndex(index, size()) + 1);
    }

    @Override
    public List<Buffer> attachments() {
        return packet.attachments().stream().map(Buffer::buffer).toList();
    }

    @Override
    public Socket socket() {
        return socket;
    }

    @Override
    public boolean wantsAck() {
        return packet.ackId() != SocketPacket.NO_ACK;
    }

    @Override
    public void ack(Object... args) {
        if (mayAnswer()) {
            var json = Arguments.array(args);
            answer(json.json(), json.attachments());
        }
    }

    @Override
    public void ackRaw(String jsonArrayItems) {
        if (mayAnswer()) {
            answer('[' + jsonArrayItems + ']', List.of());
        }
    }

    private boolean mayAnswer() {
        return wantsAck() && answered.compareAndSet(false, true);
    }

    private void answer(CharSequence json, List<byte[]> attachments) {
        Encoded ack = PacketWriter.ack(packet.namespace(), packet.ackId(), json, attachments);
        socket.send(ack);
    }
}
