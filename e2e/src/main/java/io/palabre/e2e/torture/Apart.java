// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.torture;

import io.palabre.e2e.Await;
import io.palabre.e2e.Ending;
import io.palabre.e2e.Scene;
import io.palabre.e2e.clients.Person;
import io.palabre.e2e.disk.PowerLoss;
import io.palabre.e2e.faults.Tracer;
import io.palabre.e2e.history.Gauge;
import io.palabre.e2e.history.Invariant;
import io.palabre.e2e.history.Op;
import io.palabre.e2e.history.Run;
import io.palabre.e2e.history.Violation;
import io.palabre.e2e.process.Program;
import io.palabre.e2e.process.Stop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Faults with a scene of their own.
final class Apart {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int PIECE = 256 * 1024;
    private static final int POWER_CUTS = 24;

    private final Scene scene;
    private final SplittableRandom random;

    Apart(Scene scene, SplittableRandom random) {
        this.scene = scene;
        this.random = random;
    }

    /// Which program starts the server.
    static List<String> under(Fault fault, Path folder) {
        return fault == Fault.POWER_LOSS ? Tracer.recording(recording(folder)) : List.of();
    }

    private static Path recording(Path folder) {
        return folder.resolve("recording");
    }

    List<Violation> play(Fault fault) throws Exception {
        return switch (fault) {
            case DEAF -> new Deaf(scene).play();
            case UPLOAD -> upload();
            case BACKUP -> new HalfDone(scene, random).backups();
            case MIGRATION -> new HalfDone(scene, random).migrations();
            case RESTORE -> restore();
            case POWER_LOSS -> recorded().cut(random, POWER_CUTS);
            case KILL, KILL_IN_FLIGHT, KILL_AFTER_ANSWER, PAUSE, CPU_STARVED -> inARound(fault);
            case KILL_BEFORE_WRITE, KILL_BEFORE_SYNC, KILL_BEFORE_ANSWER -> inARound(fault);
            case KILL_BEFORE_DELIVERY, SWALLOW, ONE_WAY, STALL, RESET -> inARound(fault);
            case CUT, LEAVE, DISK_FULL, DISK_ERROR, DISK_SLOW, CLOCK -> inARound(fault);
        };
    }

    private static List<Violation> inARound(Fault fault) {
        throw new IllegalArgumentException(fault + " happens in a round");
    }

    /// An older backup takes the place of what there was. What was said since is lost, so only what
    /// is left standing is judged: who held more is told, and all go on together from there.
    private List<Violation> restore() throws Exception {
        try (var cast = new Cast(scene)) {
            var backup = scene.server().data().resolveSibling("backup");
            speak(cast, "before", 5 + random.nextInt(20));
            call("backup", backup);
            speak(cast, "lost", 5 + random.nextInt(20));
            settle(cast);
            scene.server().terminate(PATIENCE);
            delete(scene.server().data());
            call("restore", backup);
            scene.server().start();
            for (var device : cast.devices) device.events().await("epoch_changed");
            speak(cast, "after", 30);
            settle(cast);
            return Invariant.violationsAfterRestore(
                    Ending.of(scene, cast.conversations, cast.devices));
        }
    }

    private void speak(Cast cast, String what, int times) {
        for (var i = 0; i < times; i++) {
            var where = cast.conversations.get(random.nextInt(cast.conversations.size()));
            cast.devices.getFirst().send(where, what + i, what, true).join();
        }
    }

    private static void settle(Cast cast) {
        if (!cast.settles(PATIENCE)) throw new AssertionError("not all have all");
    }

    private void call(String command, Path backup) throws IOException {
        var folder = scene.server().data();
        var ended =
                Program.call(
                        Objects.requireNonNull(folder.getParent()),
                        Map.of(),
                        command,
                        backup.toString(),
                        "--data",
                        folder.toString());
        if (ended.code() != 0) throw new AssertionError(command + " failed: " + ended.err());
    }

    /// The server is killed at every place of an upload; what was whole stays, what was not is not
    /// seen and can be gone on with.
    private List<Violation> upload() throws Exception {
        var ann = scene.rest().register("ann");
        var uploads = new Uploads(scene.server(), ann, scene.history());
        uploads.whole("first", bytes(PIECE));
        for (var i = 0; i < 4; i++) {
            var size = PIECE + random.nextInt(6 * PIECE);
            uploads.killed("piece" + i, bytes(size), random.nextInt(1, 16));
        }
        for (var stop : List.of(Stop.BEFORE_MOVE, Stop.BEFORE_KEEPING)) {
            uploads.killedAt(scene.debugger(), stop, bytes(PIECE));
        }
        uploads.fetchAll();
        leftOver(ann);
        return filesOf(scene);
    }

    static List<Violation> filesOf(Scene scene) {
        return Invariant.I15.violations(
                new Run(scene.history().sorted(), Map.of(), List.of(), Map.of()));
    }

    /// What was finished leaves nothing behind on the way to it.
    private void leftOver(Person ann) throws IOException {
        var unfinished = 0L;
        try (var files = Files.walk(scene.server().data())) {
            unfinished = files.filter(f -> f.toString().contains("/unfinished/")).count();
        }
        scene.history()
                .add(
                        new Op.Measured(
                                System.nanoTime(),
                                ann.username(),
                                Gauge.LEFT_OVER,
                                "files of uploads",
                                unfinished,
                                0));
    }

    /// The server writes, is stopped, killed and started, all of it recorded.
    PowerLoss recorded() throws Exception {
        try (var cast = new Cast(scene)) {
            var uploads = new Uploads(scene.server(), cast.ann(), scene.history());
            try (var _ = cast.talk(random.split())) {
                write(uploads, "first");
                scene.server().terminate(PATIENCE);
                scene.server().start();
                write(uploads, "second");
                scene.server().kill9();
                scene.server().start();
                write(uploads, "third");
            }
            scene.server().terminate(PATIENCE);
            var parent = Objects.requireNonNull(scene.server().data().getParent());
            return new PowerLoss(scene, cast.conversations, recording(parent));
        }
    }

    private void write(Uploads uploads, String name) throws IOException {
        var enough = scene.history().count(Op.Ok.class) + 60;
        uploads.whole(name, bytes(PIECE));
        Await.until("they talk", PATIENCE, () -> scene.history().count(Op.Ok.class) >= enough);
    }

    /// A text.
    private byte[] bytes(int size) {
        var bytes = new byte[size];
        for (var i = 0; i < size; i++) bytes[i] = (byte) ('a' + random.nextInt(26));
        return bytes;
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
