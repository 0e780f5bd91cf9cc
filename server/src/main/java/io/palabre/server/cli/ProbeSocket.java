// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.cli;

import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A small Socket.IO client: it signs in, says events and hears them.
final class ProbeSocket {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String CONNECTED = "40";

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final WebSocket socket;

    private ProbeSocket(RunningServer server) {
        var http = server.address("/socket.io/?EIO=4&transport=websocket").toString();
        var address = URI.create(http.replaceFirst("^http", "ws"));
        socket = server.http().newWebSocketBuilder().buildAsync(address, new Ear()).join();
    }

    static ProbeSocket open(RunningServer server, String token)
            throws NotReached, InterruptedException {
        var probe = new ProbeSocket(server);
        probe.send("40{\"token\":\"%s\"}".formatted(token));
        if (probe.await(CONNECTED, PATIENCE) == null) {
            throw new NotReached("the probe was not let in");
        }
        return probe;
    }

    /// Says an event with one argument.
    void say(String event, String argument) {
        send("42[\"%s\",%s]".formatted(event, argument));
    }

    /// Waits for an event; null when it does not come.
    @Nullable String await(String beginning, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            var packet = heard.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (packet == null || packet.startsWith(beginning)) return packet;
        }
    }

    /// Leaves as a client does that says goodbye.
    void leave() {
        send("41");
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    /// Is gone, without a word.
    void cut() {
        socket.abort();
    }

    private void send(String packet) {
        synchronized (socket) {
            socket.sendText(packet, true).join();
        }
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                var packet = part.toString();
                part.setLength(0);
                if (packet.equals("2")) send("3");
                else heard.add(packet);
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }
    }
}
