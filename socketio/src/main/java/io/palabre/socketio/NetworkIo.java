// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.transport.Transport;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// How a Vert.x talks to the kernel. The native ways need Linux and Netty's native libraries
/// (`netty-transport-native-io_uring`, `netty-transport-native-epoll`) on the class path.
public enum NetworkIo {
    /// The best that works here: io_uring, otherwise epoll, otherwise NIO.
    BEST,
    /// io_uring, the cheapest. Many containers forbid it.
    IO_URING,
    /// epoll.
    EPOLL,
    /// The JDK's own, which works everywhere and costs most.
    NIO;

    private static final String RING_SIZE = "io.netty.iouring.ringSize";

    /// A Vert.x that talks to the kernel in this way.
    ///
    /// For io_uring it sets the system property `io.netty.iouring.ringSize` to 4096 where it is not
    /// set, because a broadcast fills the default ring.
    ///
    /// @throws IllegalStateException if it does not work here
    public Vertx create(VertxBuilder builder) {
        if (System.getProperty(RING_SIZE) == null) {
            System.setProperty(RING_SIZE, "4096");
        }
        var usable =
                candidates().stream()
                        .filter(Transport::available)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(name() + " is not available"));
        return builder.withTransport(usable).build();
    }

    private List<Transport> candidates() {
        var transports =
                switch (this) {
                    case BEST -> Stream.of(Transport.IO_URING, Transport.EPOLL, Transport.NIO);
                    case IO_URING -> Stream.of(Transport.IO_URING);
                    case EPOLL -> Stream.of(Transport.EPOLL);
                    case NIO -> Stream.of(Transport.NIO);
                };
        return transports.filter(Objects::nonNull).toList();
    }
}
