// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.palabre.socketio.engine.PayloadFuzz;
import io.palabre.socketio.net.FrameFuzz;
import io.palabre.socketio.packet.PacketFuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `./palabre fuzz`: looks with Jazzer, led by coverage, for inputs that bring out more than
/// protocol errors, and keeps those that took a new path for the ordinary tests.
final class Fuzzing {
    private static final Map<String, Class<?>> TARGETS =
            new TreeMap<>(
                    Map.of(
                            "frame", FrameFuzz.class,
                            "packet", PacketFuzz.class,
                            "payload", PayloadFuzz.class));

    /// Longer inputs say nothing new.
    private static final String LONGEST = "-max_len=512";

    private final Path kept;
    private final Path scratch;

    private Fuzzing(Path socketio) {
        kept = socketio.resolve("src/test/resources/io/palabre/socketio/corpus");
        scratch = socketio.resolve("target/fuzz");
    }

    /// Takes the folder of this module, and how many seconds each target gets.
    public static void main(String[] args) throws IOException, InterruptedException {
        var fuzzing = new Fuzzing(Path.of(args[0]));
        var clean = true;
        for (var target : TARGETS.entrySet()) {
            clean &= fuzzing.fuzz(target.getKey(), target.getValue(), args[1]);
        }
        System.exit(clean ? 0 : 1);
    }

    private boolean fuzz(String name, Class<?> target, String seconds)
            throws IOException, InterruptedException {
        System.out.printf("%s: %s s …%n", name, seconds);
        var before = folder(name + "-before");
        var number = 0;
        for (var input : Corpus.found(name)) {
            Files.write(before.resolve("input-" + number++), input);
        }
        if (!jazzer(name, target, before.toString(), "-max_total_time=" + seconds)) {
            System.out.printf("%s: FOUND something, see %s%n", name, log(name));
            return false;
        }
        var after = folder(name + "-after");
        if (!jazzer(name, target, "-merge=1", after.toString(), before.toString())) {
            System.out.printf("%s: nothing found; merging failed, see %s%n", name, log(name));
            return false;
        }
        System.out.printf("%s: nothing found; %d inputs kept%n", name, keep(name, after));
        return true;
    }

    private boolean jazzer(String name, Class<?> target, String... arguments)
            throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "com.code_intelligence.jazzer.Jazzer",
                                "--target_class=" + target.getName(),
                                "--instrumentation_includes=io.palabre.**",
                                LONGEST));
        command.addAll(List.of(arguments));
        var jazzer =
                new ProcessBuilder(command)
                        .directory(scratch.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log(name).toFile())
                        .start();
        return jazzer.waitFor() == 0;
    }

    private Path log(String name) {
        return scratch.resolve(name + ".log");
    }

    private Path folder(String name) throws IOException {
        var folder = Files.createDirectories(scratch.resolve(name));
        try (var old = Files.list(folder)) {
            for (var file : old.toList()) {
                Files.delete(file);
            }
        }
        return folder;
    }

    private int keep(String name, Path inputs) throws IOException {
        var lines = new ArrayList<String>();
        try (var files = Files.list(inputs)) {
            for (var file : files.toList()) {
                lines.add(Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
            }
        }
        lines.sort(null);
        Files.write(kept.resolve(name + ".txt"), lines, US_ASCII);
        return lines.size();
    }
}
