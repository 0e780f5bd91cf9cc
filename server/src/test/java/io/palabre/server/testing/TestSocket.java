// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// A Socket.IO client over a raw WebSocket, which keeps all it hears.
public final class TestSocket implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final Map<Integer, CompletableFuture<JsonNode>> acks = new ConcurrentHashMap<>();
    private final AtomicInteger nextAck = new AtomicInteger();
    private final CompletableFuture<JsonNode> connected = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Object news = new Object();
    private final WebSocket socket;
    private volatile boolean silent;

    /// An event with its first argument.
    public record Heard(String event, JsonNode data) {}

    /// A connection that the server did not accept.
    public static final class NotAccepted extends RuntimeException {
        private final transient JsonNode error;

        NotAccepted(JsonNode error) {
            super(error.toString());
            this.error = error;
        }

        public JsonNode error() {
            return error;
        }
    }

    private TestSocket(RunningServer server, int port, String auth, Map<String, String> headers) {
        var uri =
                URI.create(
                        "ws://127.0.0.1:%d/socket.io/?EIO=4&transport=websocket".formatted(port));
        var builder = server.http().newWebSocketBuilder();
        headers.forEach(builder::header);
        socket = builder.buildAsync(uri, new Ear()).join();
        send("40" + auth);
    }

    /// Signed in by the token, and past hello.
    public static TestSocket of(RunningServer server, Someone someone) {
        var socket = anonymous(server, "{\"token\":\"%s\"}".formatted(someone.token()), Map.of());
        socket.await("authenticated");
        return socket;
    }

    /// Signed in by the token, and past hello, on a line of its own.
    public static TestSocket through(Cable cable, RunningServer server, Someone someone) {
        var auth = "{\"token\":\"%s\"}".formatted(someone.token());
        var socket = new TestSocket(server, cable.port(), auth, Map.of());
        socket.await("authenticated");
        return socket;
    }

    /// With whatever the client says when it connects.
    public static TestSocket anonymous(
            RunningServer server, String auth, Map<String, String> headers) {
        var socket = new TestSocket(server, server.palabre().port(), auth, headers);
        get(socket.connected);
        return socket;
    }

    /// Says an event and waits for its acknowledgement.
    public JsonNode ask(String event, String argument) {
        return get(askLater(event, argument));
    }

    /// Says an event; the acknowledgement comes later.
    public CompletableFuture<JsonNode> askLater(String event, String argument) {
        int id = nextAck.getAndIncrement();
        var ack = new CompletableFuture<JsonNode>();
        acks.put(id, ack);
        send("42%d[\"%s\"%s]".formatted(id, event, argument.isEmpty() ? "" : "," + argument));
        return ack;
    }

    /// The first event of this name, now or soon.
    public JsonNode await(String event) {
        return await(event, _ -> true);
    }

    /// The first event of this name that is meant, now or soon.
    public JsonNode await(String event, Predicate<JsonNode> meant) {
        return await(event, meant, PATIENCE);
    }

    /// The first event of this name that is meant, now or before patience ends.
    public JsonNode await(String event, Predicate<JsonNode> meant, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            synchronized (news) {
                var found = find(event, meant);
                while (found.isEmpty()) {
                    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                    if (left <= 0) throw new AssertionError("no " + event + " among " + heard);
                    news.wait(left);
                    found = find(event, meant);
                }
                return found.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Optional<JsonNode> find(String event, Predicate<JsonNode> meant) {
        return heard.stream()
                .filter(one -> one.event().equals(event) && meant.test(one.data()))
                .map(Heard::data)
                .findFirst();
    }

    /// All events so far.
    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    /// All events so far of this name.
    public List<JsonNode> heard(String event) {
        var found = new ArrayList<JsonNode>();
        heard.stream().filter(h -> h.event().equals(event)).forEach(h -> found.add(h.data()));
        return found;
    }

    /// Waits until the server has ended this.
    public void awaitEnd(Duration patience) {
        try {
            closed.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            throw new AssertionError("the socket is still open", e);
        }
    }

    /// From now on it answers nothing, as if its cable were pulled.
    public void fallSilent() {
        silent = true;
    }

    @Override
    public void close() {
        socket.abort();
    }

    private void send(String text) {
        synchronized (socket) {
            socket.sendText(text, true).join();
        }
    }

    private static <T> T get(CompletableFuture<T> future) {
        try {
            return future.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof NotAccepted refused) throw refused;
            if (e.getCause() instanceof TimeoutException) throw new AssertionError("no answer", e);
            throw e;
        }
    }

    private void hear(String packet) throws JsonProcessingException {
        if (silent) return;
        if (packet.equals("2")) send("3");
        else if (packet.startsWith("40"))
            connected.complete(Someone.JSON.readTree(packet.substring(2)));
        else if (packet.startsWith("44")) {
            connected.completeExceptionally(
                    new NotAccepted(Someone.JSON.readTree(packet.substring(2))));
        } else if (packet.startsWith("41")) closed.complete(null);
        else if (packet.startsWith("42")) hearEvent(Someone.JSON.readTree(packet.substring(2)));
        else if (packet.startsWith("43")) hearAck(packet.substring(2));
    }

    private void hearEvent(JsonNode event) {
        synchronized (news) {
            heard.add(new Heard(event.get(0).asText(), event.path(1)));
            news.notifyAll();
        }
    }

    private void hearAck(String ack) throws JsonProcessingException {
        int bracket = ack.indexOf('[');
        var waiting = acks.remove(Integer.valueOf(ack.substring(0, bracket)));
        if (waiting != null)
            waiting.complete(Someone.JSON.readTree(ack.substring(bracket)).path(0));
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                var packet = part.toString();
                part.setLength(0);
                try {
                    hear(packet);
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException(packet, e);
                }
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(null);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.complete(null);
        }
    }
}
