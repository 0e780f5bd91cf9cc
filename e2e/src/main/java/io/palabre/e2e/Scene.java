// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e;

import io.palabre.e2e.clients.LiveClients;
import io.palabre.e2e.clients.Rest;
import io.palabre.e2e.history.History;
import io.palabre.e2e.process.Debugger;
import io.palabre.e2e.process.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/// A server on a fresh folder, clients, and a history. When it goes well nothing of it is left;
/// when not, the history, the data and what the server said are kept, and the failure says where.
public final class Scene implements AutoCloseable {
    private static final int LAST_WORDS = 4_000;

    private final Path folder;
    private final ServerProcess server;
    private final Rest rest;
    private final Debugger debugger = new Debugger();
    private final History history = new History();
    private final LiveClients clients;

    private Scene(Path folder, List<String> under) throws IOException {
        this.folder = folder;
        server = new ServerProcess(folder, debugger.settings(), under);
        rest = new Rest(server.url());
        clients = new LiveClients(server.url(), history);
    }

    /// What happens in it.
    @FunctionalInterface
    public interface Script {
        void play(Scene scene, SplittableRandom random) throws Exception;
    }

    /// Plays a script on a server that serves. The seed is printed; `-Dseed=N` plays it again.
    public static void play(String name, Script script) throws Exception {
        long seed = Long.getLong("seed", new SplittableRandom().nextLong(1_000_000));
        System.out.printf("%s: seed %d%n", name, seed);
        play(name, seed, script);
    }

    /// The same with a given seed.
    public static void play(String name, long seed, Script script) throws Exception {
        play(name, seed, _ -> List.of(), script);
    }

    /// The same, with the server started by another program.
    ///
    /// @param under says that program and its arguments, out of the folder of the scene
    public static void play(
            String name, long seed, Function<Path, List<String>> under, Script script)
            throws Exception {
        var folder = folder(name);
        try (var scene = new Scene(folder, under.apply(folder))) {
            try {
                scene.server.start();
                script.play(scene, new SplittableRandom(seed));
            } catch (Throwable failure) {
                throw scene.told("%s with seed %d".formatted(name, seed), failure);
            }
        }
        delete(folder);
    }

    /// A scene for many tests, whose server serves; its folder is kept.
    public static Scene open(String name) throws IOException {
        var scene = new Scene(folder(name), List.of());
        scene.server.start();
        return scene;
    }

    /// An empty folder, kept for those who want to look when something fails in it.
    public static Path folder(String name) throws IOException {
        var scenes = Path.of(System.getProperty("palabre.e2e", "e2e"), "target", "scenes");
        return Files.createTempDirectory(Files.createDirectories(scenes), name + "-")
                .toAbsolutePath();
    }

    public ServerProcess server() {
        return server;
    }

    /// Holds the server where one wants it.
    public Debugger debugger() {
        return debugger;
    }

    public Rest rest() {
        return rest;
    }

    public LiveClients clients() {
        return clients;
    }

    public History history() {
        return history;
    }

    @Override
    public void close() {
        clients.close();
        rest.close();
        server.close();
    }

    private AssertionError told(String what, Throwable failure) throws IOException {
        history.dump(folder.resolve("history.jsonl"));
        var said = server.said();
        return new AssertionError(
                "%s: %s%nkept in %s%nthe server said last:%n%s"
                        .formatted(
                                what,
                                failure.getMessage(),
                                folder,
                                said.substring(Math.max(0, said.length() - LAST_WORDS))),
                failure);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
