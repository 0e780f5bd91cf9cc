// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.peers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Starts processes and sees to it that none outlives the benchmark.
public final class Troupe implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path logs;
    private final Set<Child> children = ConcurrentHashMap.newKeySet();

    /// Their errors go to `logs`.
    public Troupe(Path logs) {
        this.logs = logs;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> children.forEach(Child::kill)));
    }

    /// Starts a peer on a free port and waits until it is ready.
    ///
    /// @param prefix what pins it to its cores
    public Running start(Peer peer, List<String> prefix) throws IOException {
        int port = freePort();
        List<String> command =
                commandLine(prefix, peer.command(), "--port", Integer.toString(port));
        Child child = launch(peer.name(), command, _ -> {});
        child.awaitReady(PATIENCE);
        return new Running(peer, port, child);
    }

    Child launch(String name, List<String> command, Consumer<Map<String, String>> environment)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        environment.accept(builder.environment());
        Path log = logs.resolve(name.replaceAll("\\W+", "-") + ".log");
        Child child = Child.start(name, log, builder);
        children.removeIf(other -> !other.alive());
        children.add(child);
        return child;
    }

    /// Nobody listens there now.
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static List<String> commandLine(List<String> prefix, List<String> command, String... options) {
        List<String> line = new ArrayList<>(prefix);
        line.addAll(command);
        line.addAll(List.of(options));
        return line;
    }

    @Override
    public void close() {
        children.forEach(Child::close);
        children.clear();
    }
}
