// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import io.palabre.socketio.DisconnectReason;
import io.palabre.socketio.EngineSocket;
import io.palabre.socketio.engine.Alarm;
import io.palabre.socketio.engine.CloseCode;
import io.palabre.socketio.engine.Encoded;
import io.vertx.core.buffer.Buffer;
import java.util.function.Consumer;

/// A session whose messages go to the program as they are.
public final class LiveEngineSocket implements EngineSocket, Peer {
    private final Link link;
    private final Inbox inbox;
    private final Faults faults;
    private final Consumer<EngineSocket> onConnect;
    private volatile Consumer<String> textListener = _ -> {};
    private volatile Consumer<Buffer> binaryListener = _ -> {};
    private volatile Consumer<String> closeListener = _ -> {};

    /// A session that was opened.
    public LiveEngineSocket(Link link, Hub hub, Consumer<EngineSocket> onConnect) {
        this.link = link;
        this.inbox = new Inbox(hub.inboundBounds(), link);
        this.faults = hub.faults();
        this.onConnect = onConnect;
    }

    @Override
    public void begin() {
        later(() -> onConnect.accept(this), 0);
    }

    @Override
    public void message(String text) {
        later(() -> textListener.accept(text), 2 * text.length());
    }

    @Override
    public void message(byte[] bytes) {
        later(() -> binaryListener.accept(Buffer.buffer(bytes)), bytes.length);
    }

    @Override
    public void closed(String reason) {
        later(() -> closeListener.accept(reason), 0);
    }

    private void later(Runnable task, int size) {
        inbox.add(() -> guarded(task), size);
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | StackOverflowError | AssertionError fault) {
            faults.report("engine listener", fault);
        }
    }

    @Override
    public void ring(Alarm alarm) {}

    @Override
    public void move(Lane from, Lane to) {}

    @Override
    public void send(String text) {
        send(Encoded.of('4' + text));
    }

    @Override
    public void send(Buffer bytes) {
        send(Encoded.binary(bytes.getBytes()));
    }

    private void send(Encoded packet) {
        link.execute(() -> link.send(packet, false));
    }

    @Override
    public EngineSocket onText(Consumer<String> listener) {
        textListener = listener;
        return this;
    }

    @Override
    public EngineSocket onBinary(Consumer<Buffer> listener) {
        binaryListener = listener;
        return this;
    }

    @Override
    public EngineSocket onClose(Consumer<String> listener) {
        closeListener = listener;
        return this;
    }

    @Override
    public void close() {
        link.execute(() -> link.close(DisconnectReason.FORCED_CLOSE, CloseCode.NORMAL));
    }
}
