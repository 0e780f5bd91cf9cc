// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.engine;

import static io.palabre.socketio.DisconnectReason.PARSE_ERROR;
import static io.palabre.socketio.DisconnectReason.PING_TIMEOUT;
import static io.palabre.socketio.DisconnectReason.SLOW_CONSUMER;
import static io.palabre.socketio.DisconnectReason.TRANSPORT_CLOSE;
import static io.palabre.socketio.DisconnectReason.TRANSPORT_ERROR;

import io.palabre.socketio.Transport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The server's side of one Engine.IO session.
///
/// Not thread-safe: its surroundings call it from one place at a time. Methods that return a
/// boolean return false when the request must be answered with 400.
public final class EngineSession implements Payload.Receiver {
    private static final Encoded CLOSE = Encoded.of("1");
    private static final Encoded PING = Encoded.of("2");
    private static final Encoded PROBE_PONG = Encoded.of("3probe");
    private static final Encoded NOOP = Encoded.of("6");

    private enum Phase {
        OPEN,
        CLOSING,
        GONE
    }

    private enum Upgrade {
        NONE,
        PROBING,
        CONFIRMED,
        SWITCHING
    }

    private final Effects effects;
    private final Backlog backlog;
    private Phase phase = Phase.OPEN;
    private Upgrade upgrade = Upgrade.NONE;
    private boolean awaitsPong;
    private @Nullable Object posting;
    private @Nullable Poll poll;
    private @Nullable Wire probe;
    private @Nullable Wire wire;

    /// A session that begins with long-polling.
    public EngineSession(Effects effects, OutboundBounds bounds) {
        this.effects = effects;
        this.backlog = new Backlog(bounds);
        effects.arm(Alarm.PING);
    }

    /// A session that begins with WebSocket.
    public EngineSession(Effects effects, OutboundBounds bounds, Wire wire) {
        this(effects, bounds);
        this.wire = wire;
    }

    /// What carries packets now.
    public Transport transport() {
        return wire == null ? Transport.POLLING : Transport.WEBSOCKET;
    }

    /// Whether messages can be exchanged.
    public boolean open() {
        return phase == Phase.OPEN;
    }

    /// Sends a message.
    ///
    /// @param droppable whether it is only worth sending if it can leave right now
    /// @return false if it was dropped
    public boolean send(Encoded packet, boolean droppable) {
        if (phase != Phase.OPEN) {
            return false;
        }
        var sent = wire != null ? wire.write(packet, droppable) : keep(packet, droppable);
        if (!sent && !droppable) {
            end(SLOW_CONSUMER);
        }
        return sent;
    }

    private boolean keep(Encoded packet, boolean droppable) {
        if (droppable && (poll == null || !backlog.isEmpty())) {
            return false;
        }
        if (poll != null) {
            effects.flushSoon();
        }
        return backlog.offer(packet);
    }

    /// Answers a waiting poll with what has gathered.
    public void flush() {
        var held = upgrade == Upgrade.CONFIRMED || upgrade == Upgrade.SWITCHING;
        if (poll != null && !held && !backlog.isEmpty()) {
            answerPoll(backlog.drain());
        }
    }

    /// A client asks for packets.
    public boolean poll(Poll request) {
        if (wire != null || upgrade == Upgrade.SWITCHING || phase == Phase.GONE) {
            return false;
        }
        if (poll != null) {
            end(TRANSPORT_ERROR);
            return false;
        }
        poll = request;
        if (phase == Phase.CLOSING) {
            finishClosing();
        } else if (upgrade == Upgrade.CONFIRMED) {
            answerPoll(List.of(NOOP));
        } else {
            flush();
        }
        return true;
    }

    /// A client gave up waiting for packets.
    public void pollAborted(Poll request) {
        if (request.equals(poll)) {
            poll = null;
            end(TRANSPORT_ERROR);
        }
    }

    /// A client begins to post packets.
    ///
    /// @param post identifies the request
    public boolean postBegins(Object post) {
        if (wire != null || upgrade == Upgrade.SWITCHING || phase == Phase.GONE) {
            return false;
        }
        if (posting != null) {
            end(TRANSPORT_ERROR);
            return false;
        }
        posting = post;
        return true;
    }

    /// A client has posted packets.
    public boolean postEnds(Object post, String body) {
        if (!post.equals(posting)) {
            return false;
        }
        posting = null;
        try {
            Payload.read(body, this);
            return true;
        } catch (ProtocolError e) {
            end(PARSE_ERROR);
            return false;
        }
    }

    /// A post was cut short, too large or not text.
    public void postFailed(Object post) {
        if (post.equals(posting)) {
            posting = null;
            end(TRANSPORT_ERROR);
        }
    }

    @Override
    public void text(String packet) {
        if (packet.isEmpty()) {
            throw new ProtocolError("empty packet");
        }
        switch (packet.charAt(0)) {
            case '1' -> closedByClient();
            case '2' -> end(TRANSPORT_ERROR);
            case '3' -> pong();
            case '4' -> {
                if (phase == Phase.OPEN) {
                    effects.message(packet.substring(1));
                }
            }
            default -> throw new ProtocolError("unexpected packet type");
        }
    }

    @Override
    public void binary(byte[] message) {
        if (phase == Phase.OPEN) {
            effects.message(message);
        }
    }

    /// A text frame came over a WebSocket of this session, the probing one included.
    public void received(Wire from, String packet) {
        if (carries(from)) {
            read(packet);
        } else if (from.equals(probe)) {
            probed(packet);
        }
    }

    /// Whether the client sends its packets over this WebSocket by now.
    private boolean carries(Wire from) {
        return from.equals(wire) || (upgrade == Upgrade.SWITCHING && from.equals(probe));
    }

    private void read(String packet) {
        try {
            Payload.readPacket(packet, this);
        } catch (ProtocolError e) {
            end(PARSE_ERROR);
        }
    }

    /// A binary frame came over a WebSocket of this session.
    public void received(Wire from, byte[] message) {
        if (carries(from)) {
            binary(message);
        } else if (from.equals(probe)) {
            endProbe();
        }
    }

    /// A WebSocket of this session ended.
    public void wireEnded(Wire from, boolean failed) {
        if (carries(from)) {
            end(failed ? TRANSPORT_ERROR : TRANSPORT_CLOSE);
        } else if (from.equals(probe)) {
            endProbe();
        }
    }

    /// A client wants to change to `candidate`.
    public void probe(Wire candidate) {
        if (wire != null || probe != null || phase != Phase.OPEN) {
            candidate.close(CloseCode.NORMAL, "");
            return;
        }
        probe = candidate;
        upgrade = Upgrade.PROBING;
        effects.arm(Alarm.UPGRADE);
    }

    private void probed(String packet) {
        if (packet.equals("2probe") && upgrade == Upgrade.PROBING && probe != null) {
            upgrade = Upgrade.CONFIRMED;
            probe.write(PROBE_PONG, false);
            if (poll != null) {
                answerPoll(List.of(NOOP));
            }
        } else if (packet.equals("5") && upgrade == Upgrade.CONFIRMED && probe != null) {
            upgrade = Upgrade.SWITCHING;
            effects.disarm(Alarm.UPGRADE);
            effects.switchTo(probe);
        } else {
            endProbe();
        }
    }

    /// The session now lives where its new WebSocket does.
    public void switched() {
        if (upgrade != Upgrade.SWITCHING || probe == null) {
            return;
        }
        upgrade = Upgrade.NONE;
        wire = probe;
        probe = null;
        if (phase == Phase.CLOSING) {
            finishClosing(wire);
            return;
        }
        for (var packet : backlog.drain()) {
            send(packet, false);
        }
    }

    private void endProbe() {
        if (probe != null) {
            probe.close(CloseCode.NORMAL, "");
            probe = null;
            upgrade = Upgrade.NONE;
            effects.disarm(Alarm.UPGRADE);
            flush();
        }
    }

    private void pong() {
        if (awaitsPong && phase == Phase.OPEN) {
            awaitsPong = false;
            effects.arm(Alarm.PING);
        }
    }

    /// The time of an alarm has come.
    public void ring(Alarm alarm) {
        switch (alarm) {
            case PING -> {
                awaitsPong = true;
                effects.arm(Alarm.PONG);
                send(PING, false);
            }
            case PONG -> end(PING_TIMEOUT);
            case UPGRADE -> endProbe();
            case CLOSING -> {
                endProbe();
                leave();
            }
            case CONNECT, ATTACHMENTS -> throw new IllegalArgumentException(alarm.name());
        }
    }

    private void closedByClient() {
        if (poll != null) {
            answerPoll(List.of(NOOP));
        }
        end(TRANSPORT_CLOSE);
    }

    /// Closes the session for a reason of the server's, once everything sent before has left.
    public void close(String reason, CloseCode code) {
        if (phase != Phase.OPEN) {
            return;
        }
        phase = Phase.CLOSING;
        effects.disarm(Alarm.PING);
        if (wire != null) {
            wire.close(code, reason);
            effects.closed(reason);
            leave();
        } else {
            if (!changesOver()) {
                endProbe();
            }
            effects.arm(Alarm.CLOSING);
            effects.closed(reason);
            finishClosing();
        }
    }

    /// Closes the session because the client broke the rules above this protocol.
    public void refuse(String reason) {
        end(reason);
    }

    /// Whether the client polls no more, as it is about to use its WebSocket: it can only hear
    /// there of the end.
    private boolean changesOver() {
        return upgrade == Upgrade.SWITCHING || (upgrade == Upgrade.CONFIRMED && poll == null);
    }

    private void finishClosing() {
        if (poll != null && phase == Phase.CLOSING) {
            backlog.last(CLOSE);
            answerPoll(backlog.drain());
            endProbe();
            leave();
        }
    }

    private void finishClosing(Wire changedTo) {
        for (var packet : backlog.drain()) {
            changedTo.write(packet, false);
        }
        changedTo.close(CloseCode.NORMAL, "");
        leave();
    }

    /// Ends the session at once.
    private void end(String reason) {
        var wasOpen = phase == Phase.OPEN;
        if (phase == Phase.GONE) {
            return;
        }
        phase = Phase.CLOSING;
        effects.disarm(Alarm.PING);
        if (poll != null) {
            answerPoll(List.of(CLOSE));
        }
        endProbe();
        endWire(reason);
        if (wasOpen) {
            effects.closed(reason);
        }
        leave();
    }

    private void endWire(String reason) {
        if (wire == null) {
            return;
        }
        switch (reason) {
            case SLOW_CONSUMER, PING_TIMEOUT -> wire.drop();
            case PARSE_ERROR -> wire.close(CloseCode.PROTOCOL_ERROR, reason);
            default -> wire.close(CloseCode.NORMAL, "");
        }
    }

    private void leave() {
        if (phase != Phase.GONE) {
            phase = Phase.GONE;
            effects.disarm(Alarm.CLOSING);
            backlog.drain();
            effects.gone();
        }
    }

    private void answerPoll(List<Encoded> packets) {
        var answered = poll;
        poll = null;
        if (answered != null) {
            answered.answer(packets);
        }
    }
}
