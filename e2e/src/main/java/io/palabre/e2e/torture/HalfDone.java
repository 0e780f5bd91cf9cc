// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.torture;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.palabre.e2e.Scene;
import io.palabre.e2e.history.Violation;
import io.palabre.e2e.process.Debugger;
import io.palabre.e2e.process.Leash;
import io.palabre.e2e.process.Program;
import io.palabre.e2e.process.ServerProcess;
import io.palabre.e2e.process.Stop;
import io.palabre.sql.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/// Programs that are killed in the middle of what they do to a folder.
final class HalfDone {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SMALL = 10_000;

    private final Scene scene;
    private final SplittableRandom random;
    private final Path folder;

    HalfDone(Scene scene, SplittableRandom random) {
        this.scene = scene;
        this.random = random;
        folder = Objects.requireNonNull(scene.server().data().getParent());
    }

    /// Half a backup is no backup: it is not taken for one, and the next one is whole.
    List<Violation> backups() throws Exception {
        var ann = scene.rest().register("ann");
        var uploads = new Uploads(scene.server(), ann, scene.history());
        for (var i = 0; i < 3; i++)
            uploads.whole("file" + i, "words ".repeat(SMALL + i).getBytes(UTF_8));
        var data = scene.server().data();
        for (var stop : List.of(Stop.BACKING_UP, Stop.BACKING_UP_FILES)) {
            var half = folder.resolve("half-" + stop);
            killed(stop, 1, "backup", half.toString(), "--data", data.toString());
            var made = folder.resolve("made-of-" + stop);
            if (call("restore", half.toString(), "--data", made.toString()) == 0) {
                throw new AssertionError("a backup that was killed at " + stop + " was taken");
            }
        }
        var whole = folder.resolve("whole");
        must("backup", whole.toString(), "--data", data.toString());
        scene.server().terminate(PATIENCE);
        Apart.delete(data);
        must("restore", whole.toString(), "--data", data.toString());
        scene.server().start();
        uploads.fetchAll();
        return Apart.filesOf(scene);
    }

    /// However often it is killed on the way to the newest schema, it gets there in the end, and
    /// what was in the store is still in it.
    List<Violation> migrations() throws Exception {
        var older = folder.resolve("older");
        var data = Files.createDirectories(older).resolve("data");
        for (var life = 0; life < 4; life++) {
            killed(
                    Stop.MIGRATING,
                    2 + random.nextInt(3),
                    "serve",
                    "--demo",
                    "--port",
                    "0",
                    "--data",
                    data.toString());
            if (life == 0) keep(data);
        }
        try (var server = new ServerProcess(older)) {
            server.start();
            server.terminate(PATIENCE);
        }
        kept(data);
        return List.of();
    }

    private static void keep(Path data) throws SQLException {
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + SqliteStore.file(data))) {
            db.createStatement().execute("INSERT INTO meta (name, value) VALUES ('kept', x'2a')");
        }
    }

    private static void kept(Path data) throws SQLException {
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + SqliteStore.file(data))) {
            var row =
                    db.createStatement()
                            .executeQuery("SELECT count(*) FROM meta WHERE name = 'kept'");
            if (row.getInt(1) != 1) throw new AssertionError("what was in the store is not in it");
        }
    }

    private void killed(Stop stop, int time, String... arguments) throws IOException {
        var debugger = new Debugger();
        var said = folder.resolve("said-at-" + stop);
        var process = Program.begin(debugger.waiting(), said, arguments);
        try (var _ = new Leash(process)) {
            if (!debugger.hold(stop, time, process::destroyForcibly)) {
                throw new AssertionError(
                        "it never came to %s: %s".formatted(stop, Files.readString(said)));
            }
            Program.exitCode(process, PATIENCE);
        }
    }

    private int call(String... arguments) throws IOException {
        return Program.call(folder, Map.of(), arguments).code();
    }

    private void must(String... arguments) throws IOException {
        var ended = Program.call(folder, Map.of(), arguments);
        if (ended.code() != 0) throw new AssertionError(arguments[0] + " failed: " + ended.err());
    }
}
