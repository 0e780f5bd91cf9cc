// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Clients that come back soon miss nothing. Lines are those of socketio/docs/protocol.md.
class RecoveryTest {
    private final TestServer server = start(Recovery.defaults());
    private final LinkedBlockingQueue<Socket> sockets = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> ends = new LinkedBlockingQueue<>();

    {
        watch(server);
    }

    private static TestServer start(Recovery recovery) {
        return TestServer.start(SocketIoOptions.defaults().withRecovery(recovery));
    }

    private void watch(TestServer server) {
        server.io.of("/").onConnect(sockets::add).onDisconnect((_, reason) -> ends.add(reason));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String field(String json, String name) {
        var start = json.indexOf('"' + name + "\":\"") + name.length() + 4;
        return json.substring(start, json.indexOf('"', start));
    }

    private static String offset(String event) {
        return event.substring(event.lastIndexOf(",\"") + 2, event.length() - 2);
    }

    private static String back(String pid, String offset) {
        return "40{\"pid\":\"" + pid + "\",\"offset\":\"" + offset + "\"}";
    }

    @Test
    void line_39_a_private_id_and_offsets_on_plain_events_only() throws Exception {
        try (var ws = server.webSocket()) {
            ws.send("40");
            var connected = ws.text();
            assertThat(connected).matches("40\\{\"sid\":\"[\\w-]+\",\"pid\":\"[\\w-]+\"}");
            assertThat(field(connected, "pid")).isNotEqualTo(field(connected, "sid"));
            var socket = sockets.take();
            socket.emit("a", 1);
            assertThat(ws.text()).matches("42\\[\"a\",1,\"\\w+\"]");
            server.io.of("/").emit("b");
            assertThat(ws.text()).matches("42\\[\"b\",\"\\w+\"]");
            var answer = socket.emitWithAck("c", Duration.ofSeconds(5), 1);
            assertThat(ws.text()).isEqualTo("420[\"c\",1]");
            ws.send("430[]");
            answer.get();
            socket.tryEmitVolatile("d", 1);
            assertThat(ws.text()).isEqualTo("42[\"d\",1]");
        }
    }

    @Test
    void line_40_what_was_missed_comes_once_in_order_and_only_what_was_for_it() throws Exception {
        var io = server.io.of("/");
        String connected;
        String last;
        try (var ws = server.webSocket()) {
            ws.send("40");
            connected = ws.text();
            var socket = sockets.take();
            socket.join("room");
            socket.attach("data");
            io.emit("seen");
            last = offset(ws.text());
        }
        assertThat(ends.take()).isEqualTo("transport close");
        io.to("room").emit("one");
        io.to("other").emit("no");
        io.except("room").emit("no");
        io.to(field(connected, "sid")).emit("two");
        io.volatile_().emit("no");
        io.emit("three");
        try (var ws = server.webSocket()) {
            ws.send(back(field(connected, "pid"), last));
            assertThat(ws.text()).isEqualTo(connected);
            assertThat(ws.text()).startsWith("42[\"one\"");
            assertThat(ws.text()).startsWith("42[\"two\"");
            assertThat(ws.text()).startsWith("42[\"three\"");
            var socket = sockets.take();
            assertThat(socket.recovered()).isTrue();
            assertThat(socket.id()).isEqualTo(field(connected, "sid"));
            assertThat(socket.rooms()).isEqualTo(Set.of("room"));
            io.to("room").emit("live");
            assertThat(ws.text()).startsWith("42[\"live\"");
            try (var thief = server.webSocket()) {
                thief.send(back(field(connected, "pid"), last));
                var fresh = thief.text();
                assertThat(field(fresh, "sid")).isNotEqualTo(socket.id());
                assertThat(field(fresh, "pid")).isNotEqualTo(field(connected, "pid"));
                assertThat(sockets.take().recovered()).isFalse();
            }
        }
    }

    @Test
    void line_40_over_polling_and_with_an_unknown_offset_afresh() throws Exception {
        var sid = server.openPolling();
        try (var http = server.http()) {
            http.post(TestServer.poll(sid), "40");
            var connected = http.get(TestServer.poll(sid)).body();
            sockets.take().emit("seen");
            var last = offset(http.get(TestServer.poll(sid)).body());
            http.post(TestServer.poll(sid), "1");
            ends.take();
            server.io.of("/").emit("missed");
            var again = server.openPolling();
            http.post(TestServer.poll(again), back(field(connected, "pid"), last));
            TestServer.until(() -> !sockets.isEmpty());
            assertThat(http.get(TestServer.poll(again)).body())
                    .startsWith(connected + "\u001e42[\"missed\"");
            http.post(TestServer.poll(again), "1");
            ends.take();
            var third = server.openPolling();
            http.post(TestServer.poll(third), back(field(connected, "pid"), "nonsense"));
            assertThat(field(http.get(TestServer.poll(third)).body(), "sid"))
                    .isNotEqualTo(field(connected, "sid"));
        }
    }

    @Test
    void line_41_not_after_leaving_on_purpose() throws Exception {
        try (var ws = server.webSocket()) {
            ws.send("40");
            var connected = ws.text();
            sockets.take().emit("seen");
            var last = offset(ws.text());
            ws.send("41");
            ends.take();
            ws.send(back(field(connected, "pid"), last));
            assertThat(field(ws.text(), "sid")).isNotEqualTo(field(connected, "sid"));
        }
    }

    @Test
    void line_41_a_store_that_outlives_the_server_lets_clients_recover() throws Exception {
        var store = new KeptStore();
        String connected;
        String last;
        try (var first = start(Recovery.defaults().withStore(store))) {
            watch(first);
            try (var ws = first.webSocket()) {
                ws.send("40");
                connected = ws.text();
                sockets.take().emit("seen");
                last = offset(ws.text());
                first.io.of("/").to("nobody").emit("no");
            }
            ends.take();
            first.io.of("/").emit("missed");
        }
        try (var second = start(Recovery.defaults().withStore(store))) {
            watch(second);
            try (var ws = second.webSocket()) {
                ws.send(back(field(connected, "pid"), last));
                assertThat(ws.text()).isEqualTo(connected);
                assertThat(ws.text()).startsWith("42[\"missed\"");
            }
        }
    }

    @Test
    void the_authenticator_is_asked_again_unless_it_is_to_be_skipped() throws Exception {
        server.io.of("/").authenticate(_ -> Admission.accept("asked"));
        String connected;
        String last;
        try (var ws = server.webSocket()) {
            ws.send("40");
            connected = ws.text();
            sockets.take().emit("seen");
            last = offset(ws.text());
        }
        ends.take();
        server.io.of("/").authenticate(_ -> Admission.refuse("expired"));
        try (var ws = server.webSocket()) {
            ws.send(back(field(connected, "pid"), last));
            assertThat(ws.text()).isEqualTo("44{\"message\":\"expired\"}");
        }
    }
}
