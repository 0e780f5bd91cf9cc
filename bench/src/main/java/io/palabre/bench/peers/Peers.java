// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.peers;

import io.palabre.bench.host.Shell;
import io.palabre.bench.load.Dialect;
import io.palabre.bench.report.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// The programs to measure beside each other. Those from registries are fetched when first needed.
///
/// @param folder `bench/peers` of the project
/// @param logs where fetching writes
/// @param ioUring whether our own Java peers use io_uring instead of epoll
public record Peers(Path folder, Path logs, Progress progress, boolean ioUring) {

    /// A peer's name in tables.
    public static final String FLAG = "socket.io, flag in SQLite";

    /// What all Java programs run with: the collector, headers and settings that Palabre is started
    /// with.
    private static final List<String> JVM =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Dio.netty.iouring.ringSize=4096");

    /// A fixed heap, its young part small, so that what idle connections add can be told from
    /// garbage.
    private static final List<String> SMALL_HEAP = List.of("-Xms256m", "-Xmx256m", "-Xmn16m");

    /// A fixed heap for the whole server: each password takes 19 MiB to hash.
    private static final List<String> LARGER_HEAP = List.of("-Xms512m", "-Xmx512m");

    /// Our Socket.IO server with nothing else around it.
    public Peer library() {
        return ours(
                "Palabre socketio", LibraryServer.class, new Dialect.SocketIo(), Phrases.SOCKET_IO);
    }

    /// The lower bound: Netty, raw WebSocket, one shared frame.
    public Peer bareNetty() {
        return ours("bare Netty", BareBroadcaster.class, new Dialect.Raw(), Phrases.RAW);
    }

    /// socket.io on Node, without its optional native add-ons.
    public Peer socketIoOnNode() throws Unavailable {
        fetchNode();
        return new Peer(
                "socket.io on Node",
                List.of("node", "--expose-gc", folder.resolve("node/fanout.js").toString()),
                new Dialect.SocketIo(),
                Phrases.SOCKET_IO);
    }

    /// netty-socketio on the Netty that it brings.
    public Peer nettySocketIo() throws Unavailable {
        Path home = folder.resolve("netty-socketio");
        Path classes = home.resolve("target/classes");
        if (!Files.isDirectory(classes)) {
            fetch("netty-socketio", home, List.of("mvn", "-B", "-q", "compile"));
        }
        return new Peer(
                "netty-socketio",
                java(classes + ":" + home.resolve("target/lib") + "/*", "NettySocketIo"),
                new Dialect.SocketIo(),
                Phrases.SOCKET_IO);
    }

    private Peer ours(String name, Class<?> main, Dialect dialect, Phrases phrases) {
        String classPath = System.getProperty("java.class.path");
        List<String> command = java(classPath, main.getName());
        if (ioUring) command.add("--io-uring");
        return new Peer(name, command, dialect, phrases);
    }

    static List<String> java(String classPath, String main) {
        return jvm(SMALL_HEAP, "-cp", classPath, main);
    }

    /// @param cache what Java learned of it in a rehearsal
    static List<String> javaJar(Path jar, Path cache) {
        return jvm(LARGER_HEAP, "-XX:AOTCache=" + cache, "-Xlog:aot=off", "-jar", jar.toString());
    }

    private static List<String> jvm(List<String> heap, String... what) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(heap);
        command.addAll(List.of(what));
        return command;
    }

    /// The bare SQLite group-commit loop, writing into `data`.
    public Peer groupCommit(Path data, Path schema) {
        List<String> command =
                new ArrayList<>(
                        java(System.getProperty("java.class.path"), GroupCommit.class.getName()));
        command.addAll(List.of(data.toString(), schema.toString()));
        return new Peer("bare SQLite", command, new Dialect.Raw(), Phrases.RAW);
    }

    /// socket.io on Node with better-sqlite3, one file in `data`.
    public Peer durableNode(Path data, IntFunction<String> auth) throws Unavailable {
        return nodeOnDisk("socket.io + better-sqlite3", "durable.js", data, auth);
    }

    /// socket.io on Node with a flag in better-sqlite3 for who is online, told to everyone.
    public Peer flagNode(Path data, IntFunction<String> auth) throws Unavailable {
        return nodeOnDisk(FLAG, "flag.js", data, auth);
    }

    private Peer nodeOnDisk(String name, String program, Path data, IntFunction<String> auth)
            throws Unavailable {
        fetchNode();
        Path node = folder.resolve("node");
        String script = node.resolve(program).toString();
        fetchDurable(node);
        return new Peer(
                name,
                List.of("node", script, "--data", data.resolve("node.db").toString()),
                new Dialect.SocketIo(auth),
                Phrases.SOCKET_IO);
    }

    /// It has no binary for some machines, and npm says nothing when an optional package fails to
    /// compile: asked for alone, it is tried again and says why.
    private void fetchDurable(Path node) throws Unavailable {
        List<String> probe = List.of("node", "-e", "require('better-sqlite3')(':memory:')");
        if (Shell.succeeds(node, probe)) return;
        fetch(
                "better-sqlite3",
                node,
                List.of(
                        "npm",
                        "install",
                        "--no-save",
                        "--foreground-scripts",
                        "--no-audit",
                        "--no-fund",
                        "better-sqlite3"));
        if (!Shell.succeeds(node, probe)) {
            throw new Unavailable("better-sqlite3 does not run here, see " + logs);
        }
    }

    void fetchNode() throws Unavailable {
        if (Shell.firstLine("node", "--version").isEmpty()) {
            throw new Unavailable("Node 20 or newer is not on the path");
        }
        Path home = folder.resolve("node");
        if (Files.isRegularFile(home.resolve("node_modules/.package-lock.json"))) return;
        fetch("node-peers", home, List.of("npm", "ci", "--no-audit", "--no-fund"));
    }

    private void fetch(String what, Path home, List<String> command) throws Unavailable {
        Path log = logs.resolve("fetch-" + what + ".log");
        progress.say("fetching " + what + " (once, a minute or two)");
        try {
            Files.createDirectories(logs);
            if (Shell.run(home, log, command)) return;
        } catch (IOException e) {
            throw new Unavailable("%s could not be started: %s".formatted(command, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Unavailable("%s failed in %s, see %s".formatted(command, home, log));
    }
}
