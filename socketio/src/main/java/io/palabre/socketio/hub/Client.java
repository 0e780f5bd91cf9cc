// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import static io.palabre.socketio.DisconnectReason.CLIENT_NAMESPACE_DISCONNECT;
import static io.palabre.socketio.DisconnectReason.FORCED_CLOSE;
import static io.palabre.socketio.DisconnectReason.FORCED_SERVER_CLOSE;

import io.palabre.socketio.Admission;
import io.palabre.socketio.RecoveryStore;
import io.palabre.socketio.engine.Alarm;
import io.palabre.socketio.engine.CloseCode;
import io.palabre.socketio.engine.ProtocolError;
import io.palabre.socketio.packet.PacketReader;
import io.palabre.socketio.packet.PacketWriter;
import io.palabre.socketio.packet.SocketPacket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One connection with its sockets, at most one in each namespace. Called only on the lane of its
/// link.
public final class Client implements Peer {
    private final Hub hub;
    private final Link link;
    private final Opening opening;
    private final PacketReader reader;
    private final List<LiveSocket> sockets = new ArrayList<>(1);

    Client(Hub hub, Link link, Opening opening) {
        this.hub = hub;
        this.link = link;
        this.opening = opening;
        this.reader = new PacketReader(hub.packetBounds());
    }

    Hub hub() {
        return hub;
    }

    Link link() {
        return link;
    }

    Opening opening() {
        return opening;
    }

    @Override
    public void begin() {
        link.arm(Alarm.CONNECT);
    }

    @Override
    public void message(String text) {
        read(() -> reader.text(text));
        if (reader.awaitsAttachments()) {
            link.arm(Alarm.ATTACHMENTS);
        }
    }

    @Override
    public void message(byte[] bytes) {
        read(() -> reader.attachment(bytes));
        if (!reader.awaitsAttachments()) {
            link.disarm(Alarm.ATTACHMENTS);
        }
    }

    private void read(Supplier<@Nullable SocketPacket> reading) {
        try {
            var packet = reading.get();
            if (packet != null) {
                take(packet);
            }
        } catch (ProtocolError e) {
            link.refuse(FORCED_CLOSE);
        }
    }

    private void take(SocketPacket packet) {
        var socket = find(packet.namespace());
        switch (packet) {
            case SocketPacket.Connect connect when socket == null -> connect(connect);
            case SocketPacket.Disconnect _ when socket != null -> left(socket);
            case SocketPacket.Event event when socket != null && socket.connected() ->
                    socket.received(event);
            case SocketPacket.Ack ack when socket != null && socket.connected() ->
                    socket.received(ack);
            case SocketPacket.Connect _,
                    SocketPacket.Disconnect _,
                    SocketPacket.Event _,
                    SocketPacket.Ack _ ->
                    link.refuse(FORCED_SERVER_CLOSE);
        }
    }

    private void connect(SocketPacket.Connect packet) {
        if (sockets.size() >= hub.namespacesPerClient()) {
            link.refuse(FORCED_SERVER_CLOSE);
            return;
        }
        var socket = hub.socket(this, packet);
        if (socket == null) {
            var refused = PacketWriter.refused(packet.namespace(), "Invalid namespace", null);
            link.send(refused, false);
            return;
        }
        sockets.add(socket);
        if (socket.home().memory() == null && socket.home().rules().letsEveryoneIn()) {
            connected(socket, null);
        } else {
            socket.later(() -> admit(socket));
        }
    }

    /// Asks the program whether a socket may enter. On a virtual thread.
    private void admit(LiveSocket socket) {
        var memory = socket.home().memory();
        var comeBack =
                memory == null
                        ? Optional.<ComeBack>empty()
                        : ComeBack.of(socket.handshake().authJson(), memory);
        var trusted = memory != null && memory.skipsAuthenticator() && comeBack.isPresent();
        var admission =
                trusted
                        ? new Admission.Accepted(comeBack.get().saved().attachment())
                        : hub.ask(socket);
        link.execute(() -> settle(socket, admission, comeBack));
    }

    private void settle(LiveSocket socket, Admission admission, Optional<ComeBack> comeBack) {
        if (!sockets.contains(socket)) {
            return;
        }
        switch (admission) {
            case Admission.Accepted(var attachment) -> {
                if (comeBack.isEmpty() || !restored(socket, comeBack.get(), attachment)) {
                    connected(socket, attachment);
                }
            }
            case Admission.Refused(var message, var dataJson) -> {
                forget(socket);
                var namespace = socket.home().name();
                link.send(PacketWriter.refused(namespace, message, dataJson), false);
            }
        }
    }

    private void connected(LiveSocket socket, @Nullable Object attachment) {
        var home = socket.home();
        link.send(PacketWriter.connected(home.name(), socket.id(), socket.pid()), false);
        socket.begin(attachment);
    }

    private boolean restored(LiveSocket socket, ComeBack back, @Nullable Object attachment) {
        var memory = socket.home().memory();
        return memory != null
                && memory.restore(
                        back.saved(),
                        back.offset(),
                        missed -> {
                            socket.resume(back.saved());
                            connected(socket, attachment);
                            back.saved().rooms().forEach(socket::join);
                            missed.forEach(this::repeat);
                        });
    }

    private void repeat(RecoveryStore.Missed event) {
        var packet =
                PacketWriter.event(
                        event.namespace(), SocketPacket.NO_ACK, event.json(), event.attachments());
        link.send(packet, false);
    }

    private void left(LiveSocket socket) {
        forget(socket);
        socket.end(CLIENT_NAMESPACE_DISCONNECT);
    }

    /// The server ends a socket.
    void leave(LiveSocket socket, boolean closeEngine) {
        if (closeEngine) {
            List.copyOf(sockets).forEach(this::dismiss);
            link.close(FORCED_SERVER_CLOSE, CloseCode.NORMAL);
        } else if (sockets.contains(socket)) {
            dismiss(socket);
        }
    }

    private void dismiss(LiveSocket socket) {
        forget(socket);
        socket.dismiss();
    }

    private void forget(LiveSocket socket) {
        sockets.remove(socket);
        hub.left(socket.home());
    }

    @Override
    public void closed(String reason) {
        reader.forget();
        link.disarm(Alarm.CONNECT);
        var ended = List.copyOf(sockets);
        sockets.clear();
        for (var socket : ended) {
            socket.end(reason);
            hub.left(socket.home());
        }
    }

    @Override
    public void ring(Alarm alarm) {
        if (alarm == Alarm.ATTACHMENTS || sockets.stream().noneMatch(LiveSocket::connected)) {
            link.refuse(FORCED_SERVER_CLOSE);
        }
    }

    @Override
    public void move(Lane from, Lane to) {
        sockets.forEach(socket -> socket.home().move(socket, from, to));
    }

    private @Nullable LiveSocket find(String namespace) {
        for (var socket : sockets) {
            if (socket.home().name().equals(namespace)) {
                return socket;
            }
        }
        return null;
    }
}
