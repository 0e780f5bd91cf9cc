// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.netty.channel.EventLoop;
import io.palabre.socketio.Heartbeat;
import io.palabre.socketio.RequestGate;
import io.palabre.socketio.SocketIoOptions;
import io.palabre.socketio.Transport;
import io.palabre.socketio.engine.Encoded;
import io.palabre.socketio.engine.OpenPacket;
import io.palabre.socketio.engine.OutboundBounds;
import io.palabre.socketio.engine.Payload;
import io.palabre.socketio.engine.Refusal;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.ContextInternal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where requests come in: it tells ours from others, refuses what must be refused, and hands the
/// rest to their sessions.
final class Entry implements Handler<HttpServerRequest> {
    private final Vertx vertx;
    private final SocketIoOptions options;
    private final Sessions sessions;
    private final LaneFinder lanes;
    private final Answers answers;
    private final WebSocketRules webSocketRules;
    private final Agreements agreements;
    private final OutboundBounds outbound;
    private final OpenPacket open;
    private final Map<String, OpenPacket> opens = new HashMap<>(2);
    private final Handler<HttpServerRequest> otherwise;
    private final ServerState state;
    private final @Nullable ClientBundle bundle;

    Entry(Vertx vertx, ServerState state, Handler<HttpServerRequest> otherwise) {
        this.vertx = vertx;
        this.state = state;
        this.options = state.options();
        this.sessions = state.sessions();
        this.lanes = state.lanes();
        this.otherwise = otherwise;
        this.answers = new Answers(options.web().cors(), options.web().compressPolls());
        this.bundle = bundle(options.web().serveClient());
        this.webSocketRules = WebSocketRules.of(options);
        this.outbound = webSocketRules.outbound();
        this.agreements = new Agreements(options.deflate());
        this.open = open(new Heartbeat(options.pingInterval(), options.pingTimeout()));
        options.heartbeats().forEach((name, own) -> opens.put(name, open(own)));
    }

    private @Nullable ClientBundle bundle(@Nullable Path folder) {
        return folder == null ? null : new ClientBundle(vertx, answers, options.path(), folder);
    }

    private OpenPacket open(Heartbeat heartbeat) {
        return new OpenPacket(
                heartbeat.interval().toMillis(),
                heartbeat.timeout().toMillis(),
                options.limits().maxPayload(),
                options.transports().contains(Transport.WEBSOCKET));
    }

    private Encoded open(Session session, Transport transport) {
        var own = session.heartbeat();
        return (own == null ? open : opens.getOrDefault(own, open))
                .encode(session.sid(), transport);
    }

    @Override
    public void handle(HttpServerRequest request) {
        var script = bundle == null ? null : bundle.named(request.path());
        if (bundle != null && script != null) {
            bundle.answer(request, script);
        } else if (!isOurs(request.path())) {
            otherwise.handle(request);
        } else if (request.method().equals(HttpMethod.OPTIONS) && corsIsOn()) {
            answers.preflight(request);
        } else {
            answer(request);
        }
    }

    private boolean isOurs(@Nullable String path) {
        var ours = options.path();
        return path != null
                && (path.equals(ours)
                        || (path.length() == ours.length() - 1 && ours.startsWith(path)));
    }

    private boolean corsIsOn() {
        return !options.web().cors().origins().isEmpty();
    }

    private void answer(HttpServerRequest request) {
        var asked = Asked.of(request);
        if (asked == null || asked.transport() == null) {
            answers.refuse(request, Refusal.UNKNOWN_TRANSPORT);
        } else if (!options.transports().contains(asked.transport())) {
            answers.refuse(request, Refusal.UNKNOWN_TRANSPORT);
        } else if (!asked.originIsClean()) {
            answers.refuse(request, Refusal.BAD_REQUEST);
        } else if (asked.sid() != null) {
            resume(request, asked, asked.sid());
        } else {
            handshake(request, asked);
        }
    }

    private void resume(HttpServerRequest request, Asked asked, String sid) {
        var session = sessions.find(sid);
        if (session == null) {
            answers.refuse(request, Refusal.UNKNOWN_SESSION);
        } else if (asked.transport() == Transport.WEBSOCKET) {
            upgrade(request, session, lane -> session.probe(lane));
        } else if (Upgrades.asked(request)) {
            answers.refuse(request, Refusal.BAD_REQUEST);
        } else if (request.method().equals(HttpMethod.GET)) {
            new PollRequest(request, loop(), answers, session).begin();
        } else if (request.method().equals(HttpMethod.POST)) {
            new PostRequest(request, loop(), answers, session, options.limits().maxPayload())
                    .begin(vertx, options.timeouts().request());
        } else {
            answers.refuse(request, Refusal.BAD_REQUEST);
        }
    }

    private void handshake(HttpServerRequest request, Asked asked) {
        var webSocket = asked.transport() == Transport.WEBSOCKET;
        if (!request.method().equals(HttpMethod.GET)) {
            answers.refuse(request, Refusal.BAD_METHOD);
        } else if (webSocket != Upgrades.asked(request)) {
            answers.refuse(request, Refusal.BAD_REQUEST);
        } else {
            switch (state.gate().check(request)) {
                case RequestGate.Forbidden(var message) ->
                        answers.refuse(request, Refusal.FORBIDDEN, message);
                case RequestGate.TooMany _ -> answers.refuse(request, Refusal.TOO_MANY_SESSIONS);
                case RequestGate.Allowed _ -> admit(request, asked, webSocket);
            }
        }
    }

    private void admit(HttpServerRequest request, Asked asked, boolean webSocket) {
        var address = RemoteAddress.of(request, options.web().trustedProxies());
        if (!"4".equals(asked.version())) {
            answers.refuse(request, Refusal.UNSUPPORTED_VERSION);
        } else if (state.closing()) {
            answers.refuse(request, Refusal.SHUTTING_DOWN);
        } else if (!sessions.admit(address)) {
            answers.refuse(request, Refusal.TOO_MANY_SESSIONS);
        } else if (webSocket) {
            openWebSocket(request, address);
        } else {
            openPolling(request, address);
        }
    }

    private Session session(HttpServerRequest request, String address) {
        var opening = new RequestOpening(request, address, Instant.now());
        return state.session(lanes.of(loop()), opening);
    }

    private void openPolling(HttpServerRequest request, String address) {
        var session = session(request, address);
        sessions.add(session);
        session.beginPolling(outbound);
        if (options.web().stickyCookie()) {
            request.response().putHeader("Set-Cookie", cookie(session));
        }
        var packet = open(session, Transport.POLLING);
        answers.packets(request, Payload.write(List.of(packet)));
    }

    private void openWebSocket(HttpServerRequest request, String address) {
        var session = session(request, address);
        var packet = open(session, Transport.WEBSOCKET);
        var upgraded =
                upgrade(
                        request,
                        session,
                        wire -> {
                            sessions.add(session);
                            session.beginWebSocket(outbound, wire, packet);
                        });
        if (!upgraded) {
            sessions.release(address);
        }
    }

    private interface Established {
        void on(WebSocketChannel wire);
    }

    private boolean upgrade(HttpServerRequest request, Session session, Established then) {
        var key = Upgrades.key(request);
        if (key == null) {
            answers.refuse(request, Refusal.BAD_REQUEST);
            return false;
        }
        if (!Upgrades.knownVersion(request)) {
            request.response()
                    .setStatusCode(426)
                    .putHeader("Sec-WebSocket-Version", "13")
                    .putHeader("Connection", "close")
                    .end();
            return false;
        }
        var agreed = agreements.with(request);
        var wire = new WebSocketChannel(session, lanes.of(loop()), webSocketRules, agreed);
        var headers = answers.cors(request);
        headers.putAll(agreed.headers());
        Takeover.of(request, key, wire, headers, () -> then.on(wire));
        return true;
    }

    private String cookie(Session session) {
        return "io=" + session.sid() + "; Path=/; HttpOnly; SameSite=Lax";
    }

    private static EventLoop loop() {
        var context = Vertx.currentContext();
        if (!(context instanceof ContextInternal internal) || !internal.isEventLoopContext()) {
            throw new IllegalStateException("the HTTP server must run on event loops");
        }
        return internal.nettyEventLoop();
    }
}
