// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A line of its own to a server. Once it is pulled it swallows everything, and neither end is
/// told.
public final class Cable implements AutoCloseable {
    private final ServerSocket door;
    private final int target;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile boolean pulled;

    public Cable(RunningServer server) throws IOException {
        target = server.palabre().port();
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void pull() {
        pulled = true;
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var socket : open) socket.close();
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (true) {
                var near = door.accept();
                var far = new Socket(InetAddress.getLoopbackAddress(), target);
                open.addAll(List.of(near, far));
                threads.execute(() -> carry(near, far));
                threads.execute(() -> carry(far, near));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void carry(Socket from, Socket to) {
        var some = new byte[4096];
        try {
            for (int n = from.getInputStream().read(some);
                    n >= 0;
                    n = from.getInputStream().read(some)) {
                if (!pulled) to.getOutputStream().write(some, 0, n);
            }
            if (!pulled) to.close();
        } catch (IOException closed) {
            // one of its ends was closed
        }
    }
}
