// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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

        private final class Wired implements ClusterBus {
            private Consumer<Relayed> receiver = _ -> {};

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
}
