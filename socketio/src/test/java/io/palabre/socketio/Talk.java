// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;

/// A server that says back what it hears, spoken to packet by packet.
abstract class Talk {
    final TestServer server =
            TestServer.start(
                    SocketIoOptions.defaults()
                            .withTimeouts(
                                    Timeouts.defaults()
                                            .withConnect(Duration.ofSeconds(1))
                                            .withAttachments(Duration.ofSeconds(1))));
    final LinkedBlockingQueue<Socket> sockets = new LinkedBlockingQueue<>();
    final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();

    Talk() {
        server.io
                .of("/")
                .onConnect(sockets::add)
                .on("echo", in -> in.socket().emit("echoed", in))
                .on("hear", in -> heard.add(in.json()))
                .on("ask", in -> in.ack(in));
        server.io.of("/admin").on("echo", in -> in.socket().emit("echoed", in));
    }

    @AfterEach
    void stop() {
        server.close();
    }
}
