// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Where programs can listen.
final class Ports {
    /// Below those that systems give to whoever calls: a server that was killed finds its own free.
    private static final int FIRST = 20_000;

    private static final int BEHIND = 32_000;
    private static final int TRIES = 100;

    private Ports() {}

    /// One that nobody listens at now.
    static int free() {
        for (var i = 0; i < TRIES; i++) {
            var port = ThreadLocalRandom.current().nextInt(FIRST, BEHIND);
            if (isFree(port)) return port;
        }
        throw new IllegalStateException("no port is free");
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
