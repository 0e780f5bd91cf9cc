// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Broadcasts over several processes. Lines are those of socketio/docs/protocol.md.
class ClusterTest {
    private final TestServer here = TestServer.start();
    private final TestServer there = TestServer.start();
    private final LinkedBlockingQueue<Socket> sockets = new LinkedBlockingQueue<>();

    /// A bus between the servers of one process.
    private static final class Wires {
        private final List<Wired> nodes = new ArrayList<>();

        ClusterBus node() {
            var node = new Wired();
            nodes.add(node);
            return node;
        }

        /// As they arrive when only text and bytes travel.
        private static Replies carried(Replies replies) {
            var received =
                    replies.received().stream()
                            .map(args -> Args.of(args.json(), args.attachments()))
                            .toList();
            return new Replies(received, replies.expected());
        }

        private final class Wired implements ClusterBus {
            private Consumer<Relayed> receiver = _ -> {};
            private Answerer answerer =
                    (_, _) -> CompletableFuture.completedFuture(new Replies(List.of(), 0));

            @Override
            public void publish(Relayed broadcast) {
                nodes.stream()
                        .filter(n -> !n.equals(this))
                        .forEach(n -> n.receiver.accept(broadcast));
            }

            @Override
            public void onBroadcast(Consumer<Relayed> receiver) {
                this.receiver = receiver;
            }

            @Override
            public List<CompletableFuture<Replies>> ask(Relayed question, Duration timeout) {
                return nodes.stream()
                        .filter(n -> !n.equals(this))
                        .map(n -> n.answerer.answer(question, timeout).thenApply(Wires::carried))
                        .toList();
            }

            @Override
            public void onQuestion(Answerer answerer) {
                this.answerer = answerer;
            }
        }
    }

    @AfterEach
    void stop() {
        here.close();
        there.close();
    }

    @Test
    void line_45_broadcasts_reach_the_rooms_of_other_nodes_once() throws Exception {
        var wires = new Wires();
        here.io.cluster(wires.node());
        there.io.cluster(wires.node());
        there.io.of("/").onConnect(sockets::add);
        try (var near = here.joined();
                var far = there.joined()) {
            sockets.take().join("room");
            here.io.of("/").local().emit("near only");
            here.io.of("/").to("room").emit("far", new byte[] {1});
            here.io.of("/").except("room").emit("near again");
            here.io.of("/").emit("all");
            assertThat(far.text()).startsWith("451-[\"far\"");
            assertThat(far.binary()).containsExactly(1);
            assertThat(far.text()).isEqualTo("42[\"all\"]");
            assertThat(near.text()).isEqualTo("42[\"near only\"]");
            assertThat(near.text()).isEqualTo("42[\"near again\"]");
            assertThat(near.text()).isEqualTo("42[\"all\"]");
        }
    }

    @Test
    void line_45_acknowledgements_come_from_other_nodes_too() throws Exception {
        var wires = new Wires();
        here.io.cluster(wires.node());
        there.io.cluster(wires.node());
        try (var near = here.joined();
                var far = there.joined()) {
            var all = here.io.of("/").emitWithAck("who", Duration.ofSeconds(10), 1);
            assertThat(near.text()).isEqualTo("420[\"who\",1]");
            assertThat(far.text()).isEqualTo("420[\"who\",1]");
            near.send("430[\"near\"]");
            far.send("461-0[\"far\",{\"_placeholder\":true,\"num\":0}]");
            far.send(new byte[] {7});
            var replies = all.get();
            assertThat(replies.complete()).isTrue();
            assertThat(replies.received().stream().map(args -> args.arg(0)))
                    .containsExactlyInAnyOrder("\"near\"", "\"far\"");
            assertThat(replies.received().getLast().attachments().getFirst().getBytes())
                    .containsExactly(7);

            var local = here.io.of("/").local().emitWithAck("near", Duration.ofSeconds(10));
            assertThat(near.text()).isEqualTo("421[\"near\"]");
            near.send("431[]");
            assertThat(local.get().expected()).isEqualTo(1);

            var half = here.io.of("/").emitWithAck("late", Duration.ofMillis(300));
            near.text();
            near.send("432[]");
            assertThat(half.get().expected()).isEqualTo(2);
            assertThat(half.get().received()).hasSize(1);
        }
    }

    @Test
    void a_node_that_fails_or_is_silent_counts_as_one_that_did_not_answer() throws Exception {
        here.io.cluster(
                new ClusterBus() {
                    @Override
                    public void publish(Relayed broadcast) {}

                    @Override
                    public void onBroadcast(Consumer<Relayed> receiver) {}

                    @Override
                    public List<CompletableFuture<Replies>> ask(
                            Relayed question, Duration timeout) {
                        return List.of(
                                CompletableFuture.failedFuture(new IOException("gone")),
                                new CompletableFuture<>());
                    }
                });
        var replies = here.io.of("/").emitWithAck("who", Duration.ofMillis(50)).get();
        assertThat(replies.expected()).isEqualTo(2);
        assertThat(replies.received()).isEmpty();
        assertThat(replies.complete()).isFalse();
    }
}
