// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Stands between a client and a server and carries bytes, unless it is told to do worse. What a
/// connection was robbed of is lost, so whoever lived through a swallowing is cut when it ends.
public final class FaultProxy implements AutoCloseable {
    private final ServerSocket door;
    private final int target;
    private final Way toServer = new Way();
    private final Way toClient = new Way();
    private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();

    /// A connection of a client, and the one to the server that it is carried over.
    private record Pair(Socket client, Socket server) {
        void cut() {
            try (client;
                    server) {
                client.setOption(StandardSocketOptions.SO_LINGER, 0);
                server.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException _) {
                // one of the two was closed before, which is what was wanted
            }
        }
    }

    /// @param target the server's port on this machine
    public FaultProxy(int target) throws IOException {
        this.target = target;
        door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("fault proxy").start(this::accept);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /// What clients say.
    public Way toServer() {
        return toServer;
    }

    /// What the server says.
    public Way toClient() {
        return toClient;
    }

    /// Both ways carry again.
    public void heal() {
        boolean lostThere = toServer.heal();
        boolean lostHere = toClient.heal();
        if (lostThere || lostHere) cutAll();
    }

    /// Every connection is reset; whether there was one.
    public boolean cutAll() {
        boolean any = !pairs.isEmpty();
        pairs.forEach(Pair::cut);
        return any;
    }

    @Override
    public void close() {
        try (door) {
            heal();
            cutAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException _) {
                // closed, or a client that went before it came
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket server;
        try {
            server = new Socket(InetAddress.getLoopbackAddress(), target);
        } catch (IOException e) {
            client.close();
            throw e;
        }
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        var pair = new Pair(client, server);
        pairs.add(pair);
        Thread.ofVirtual().start(() -> carry(pair, client, server, toServer));
        Thread.ofVirtual().start(() -> carry(pair, server, client, toClient));
    }

    private void carry(Pair pair, Socket from, Socket to, Way way) {
        var buffer = new byte[8_192];
        try {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            way.awaitOpen();
            for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                var most = way.passing(n);
                out.write(buffer, 0, most);
                if (way.cutNow()) return;
                way.awaitOpen();
            }
        } catch (IOException _) {
            // gone, and with it the other side
        } finally {
            pair.cut();
            pairs.remove(pair);
        }
    }
}
