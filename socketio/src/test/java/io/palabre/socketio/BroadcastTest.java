// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Speaking to many, and what a client that does not read costs. Lines are those of
/// socketio/docs/protocol.md.
class BroadcastTest {
    private final TestServer server =
            TestServer.spread(
                    SocketIoOptions.defaults()
                            .withLimits(Limits.defaults().withOutbound(64 * 1024, 4096)),
                    3);
    private final LinkedBlockingQueue<Socket> sockets = new LinkedBlockingQueue<>();
    private final Namespace io = server.io.of("/");
    private final List<RawWebSocket> clients = new ArrayList<>();

    {
        io.onConnect(sockets::add);
    }

    @AfterEach
    void stop() {
        clients.forEach(RawWebSocket::close);
        server.close();
    }

    private Socket connect() throws Exception {
        clients.add(server.joined());
        return sockets.take();
    }

    private String heard(int client) {
        return clients.get(client).text();
    }

    @Test
    void rooms_are_reached_once_each_and_exceptions_left_out() throws Exception {
        var a = connect();
        var b = connect();
        var c = connect();
        a.join("x");
        a.join("y");
        b.join("y");
        c.join("x");
        assertThat(a.rooms()).isEqualTo(Set.of("x", "y"));
        io.to("x").to("y").except(c.id()).emit("one");
        a.to("y").emit("two");
        b.leave("y");
        io.to("y").emit("three");
        io.to(c.id()).emit("four");
        io.except("x").emit("five");
        io.emit("end");
        assertThat(List.of(heard(0), heard(0), heard(0)))
                .containsExactly("42[\"one\"]", "42[\"three\"]", "42[\"end\"]");
        assertThat(List.of(heard(1), heard(1), heard(1), heard(1)))
                .containsExactly("42[\"one\"]", "42[\"two\"]", "42[\"five\"]", "42[\"end\"]");
        assertThat(List.of(heard(2), heard(2))).containsExactly("42[\"four\"]", "42[\"end\"]");
    }

    @Test
    void operators_are_immutable() throws Exception {
        var a = connect();
        connect();
        a.join("x");
        var x = io.to("x");
        var none = x.except("x");
        none.emit("never");
        x.emit("yes");
        io.emit("end");
        assertThat(heard(0)).isEqualTo("42[\"yes\"]");
        assertThat(heard(1)).isEqualTo("42[\"end\"]");
    }

    @Test
    void one_thread_is_heard_in_order_over_emits_broadcasts_joins_and_leaves() throws Exception {
        var a = connect();
        for (var i = 0; i < 500; i++) {
            a.join("r");
            io.to("r").emit("n", 3 * i);
            a.leave("r");
            io.to("r").emit("never");
            a.emit("n", 3 * i + 1);
            io.emit(Prepared.event("n", "" + (3 * i + 2)));
        }
        for (var i = 0; i < 1500; i++) {
            assertThat(heard(0)).isEqualTo("42[\"n\"," + i + "]");
        }
    }

    @Test
    void line_37_acknowledgements_of_a_broadcast_are_gathered() throws Exception {
        connect();
        connect();
        connect();
        var replies = io.emitWithAck("who", Duration.ofMillis(500), 1);
        for (var i = 0; i < 2; i++) {
            var asked = heard(i);
            assertThat(asked).isEqualTo("420[\"who\",1]");
            clients.get(i).send("430[" + i + "]");
        }
        var gathered = replies.get();
        assertThat(gathered.expected()).isEqualTo(3);
        assertThat(gathered.complete()).isFalse();
        assertThat(gathered.received().stream().map(Args::json))
                .containsExactlyInAnyOrder("[0]", "[1]");
        assertThat(io.to("empty").emitWithAck("x", Duration.ofSeconds(1)).get().expected())
                .isZero();
    }

    @Test
    void line_37_volatile_is_dropped_between_polls() throws Exception {
        var sid = server.openPolling();
        try (var http = server.http()) {
            http.post(TestServer.poll(sid), "40");
            http.get(TestServer.poll(sid));
            var socket = sockets.take();
            assertThat(socket.tryEmitVolatile("gone")).isFalse();
            io.volatile_().emit("gone");
            socket.emit("kept");
            assertThat(http.get(TestServer.poll(sid)).body()).isEqualTo("42[\"kept\"]");
            http.send("GET", TestServer.poll(sid), "");
            TestServer.until(() -> socket.tryEmitVolatile("now"));
            assertThat(http.reply().body()).isEqualTo("42[\"now\"]");
        }
    }

    @Test
    void what_is_sent_together_is_dropped_together_and_arrives_together() throws Exception {
        var two = List.of(Prepared.event("one"), Prepared.event("two"));
        var sid = server.openPolling();
        try (var http = server.http()) {
            http.post(TestServer.poll(sid), "40");
            http.get(TestServer.poll(sid));
            var socket = sockets.take();
            assertThat(socket.tryEmitVolatile(two)).isFalse();
            socket.emit("kept");
            assertThat(http.get(TestServer.poll(sid)).body()).isEqualTo("42[\"kept\"]");
            http.send("GET", TestServer.poll(sid), "");
            TestServer.until(() -> socket.tryEmitVolatile(two));
            assertThat(http.reply().body()).isEqualTo("42[\"one\"]\u001e42[\"two\"]");
        }
    }

    @Test
    void line_42_a_client_that_reads_nothing_is_closed_and_others_are_not() throws Exception {
        var reasons = new LinkedBlockingQueue<String>();
        io.onDisconnect((_, reason) -> reasons.add(reason));
        var slow = connect();
        var fast = connect();
        var big = new RawJson("\"" + "x".repeat(10_000) + "\"");
        var reader =
                Thread.startVirtualThread(
                        () -> {
                            for (var text = heard(1); !text.contains("end"); text = heard(1)) {
                                if (text.contains("sync")) {
                                    clients.get(1).send(text.replaceAll("2(\\d+)\\[.*", "3$1[]"));
                                }
                            }
                        });
        var quiet = new ArrayList<Long>();
        for (var i = 0; i < 50; i++) {
            quiet.add(roundTrip(fast));
        }
        var meanwhile = new ArrayList<Long>();
        while (slow.connected()) {
            io.emit("big", big);
            meanwhile.add(roundTrip(fast));
        }
        assertThat(median(meanwhile)).isLessThan(5 * median(quiet) + 20_000_000);
        assertThat(reasons.take()).isEqualTo("slow_consumer");
        assertThat(slow.connected()).isFalse();
        fast.emit("end");
        reader.join();
        assertThat(fast.connected()).isTrue();
    }

    /// In nanoseconds.
    private static long roundTrip(Socket socket) throws Exception {
        var began = System.nanoTime();
        var answer = socket.emitWithAck("sync", Duration.ofSeconds(5));
        answer.get();
        return System.nanoTime() - began;
    }

    private static long median(List<Long> some) {
        return some.stream().sorted().skip(some.size() / 2).findFirst().orElseThrow();
    }

    @Test
    void line_42_a_polling_client_that_does_not_poll_is_closed_at_the_bound() throws Exception {
        var reasons = new LinkedBlockingQueue<String>();
        io.onDisconnect((_, reason) -> reasons.add(reason));
        var sid = server.openPolling();
        try (var http = server.http()) {
            http.post(TestServer.poll(sid), "40");
            var socket = sockets.take();
            for (var i = 0; i < 10; i++) {
                socket.emit("big", "x".repeat(10_000));
            }
            assertThat(reasons.take()).isEqualTo("slow_consumer");
            assertThat(http.get(TestServer.poll(sid)).status()).isEqualTo(400);
        }
    }

    @Test
    void line_42_a_listener_that_blocks_stops_reading_from_its_client_only() throws Exception {
        var go = new java.util.concurrent.CountDownLatch(1);
        var handled = new java.util.concurrent.atomic.AtomicInteger();
        io.on(
                "slow",
                _ -> {
                    go.await();
                    handled.incrementAndGet();
                });
        connect();
        connect();
        for (var i = 0; i < 2_000; i++) {
            clients.get(0).send("42[\"slow\"]");
        }
        io.on("echo", in -> in.ack(in));
        clients.get(1).send("421[\"echo\",5]");
        assertThat(heard(1)).isEqualTo("431[5]");
        go.countDown();
        TestServer.until(() -> handled.get() == 2_000);
    }

    @Test
    void sockets_are_moved_and_ended_together() throws Exception {
        connect();
        var b = connect();
        io.except(b.id()).socketsJoin("club");
        TestServer.until(() -> io.sockets().stream().anyMatch(s -> s.rooms().contains("club")));
        io.to("club").disconnectSockets(true);
        assertThat(heard(0)).isEqualTo("41");
        assertThat(b.connected()).isTrue();
    }

    @Test
    void a_broadcast_reaches_those_who_were_just_made_to_enter_the_room() throws Exception {
        connect();
        connect();
        for (var round = 0; round < 200; round++) {
            io.socketsJoin("club" + round);
            io.to("club" + round).emit("in", round);
            io.socketsLeave("club" + round);
            io.to("club" + round).emit("out", round);
        }
        for (var round = 0; round < 200; round++) {
            assertThat(heard(0)).isEqualTo("42[\"in\"," + round + "]");
            assertThat(heard(1)).isEqualTo("42[\"in\"," + round + "]");
        }
    }
}
