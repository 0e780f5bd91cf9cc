// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.peers;

import io.palabre.bench.load.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Palabre as it is shipped: its jar and what was rehearsed, started on a folder of its own.
public final class WholeServer {

    /// As it is called in tables.
    public static final String NAME = "Palabre server";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private WholeServer() {}

    /// Starts it and waits until it says that it is well.
    ///
    /// @param data a folder, perhaps not there yet
    public static Running start(Troupe troupe, List<String> prefix, Path jar, Path data)
            throws IOException, Unavailable {
        return start(troupe, prefix, jar, data, Troupe.freePort());
    }

    /// The same at a port, where it may have been before.
    public static Running start(Troupe troupe, List<String> prefix, Path jar, Path data, int port)
            throws IOException, Unavailable {
        if (!Files.isRegularFile(jar)) {
            throw new Unavailable(jar + " is not built: ./palabre bench builds it");
        }
        List<String> command =
                Troupe.commandLine(
                        prefix,
                        Peers.javaJar(jar, jar.resolveSibling("palabre.aot")),
                        "serve",
                        "--port",
                        Integer.toString(port),
                        "--data",
                        data.toString());
        Child child =
                troupe.launch(
                        NAME,
                        command,
                        environment -> {
                            environment.keySet().removeIf(name -> name.startsWith("PALABRE_"));
                            environment.put("PALABRE_HOST", "127.0.0.1");
                            environment.put("PALABRE_LIMITS_EXEMPT", "127.0.0.1");
                        });
        Peer peer = new Peer(NAME, command, new Dialect.SocketIo(), Phrases.SOCKET_IO);
        Running running = new Running(peer, port, child);
        awaitWell(running, data.resolve("operator.json"));
        return running;
    }

    /// @param door by which the operator comes in; it is there last
    private static void awaitWell(Running server, Path door) throws IOException {
        Rest rest = new Rest(server.port());
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!rest.isWell() || !Files.isRegularFile(door)) {
            if (!server.child().alive()) throw server.child().broken("ended early");
            if (System.nanoTime() > until) throw server.child().broken("never was well");
        }
    }
}
