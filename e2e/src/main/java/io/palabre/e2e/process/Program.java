// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// How the packaged program is called, with the JDK that runs the tests.
public final class Program {
    private static final List<String> OPTIONS =
            List.of(
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:TieredStopAtLevel=1",
                    "-Dio.netty.iouring.ringSize=4096",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private Program() {}

    /// A call that has ended.
    ///
    /// @param code its exit code
    public record Ended(int code, String out, String err) {
        /// What it said on the error stream, without blank lines.
        public List<String> errorLines() {
            return err.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    /// Calls it, to its end.
    public static Ended call(Path folder, Map<String, String> environment, String... arguments)
            throws IOException {
        var builder = builder(arguments);
        builder.environment().putAll(environment);
        return call(folder, builder);
    }

    /// Calls it to its end, started by another program.
    ///
    /// @param under that program with its arguments
    public static Ended callUnder(List<String> under, Path folder, String... arguments)
            throws IOException {
        var builder = builder(arguments);
        builder.command().addAll(0, under);
        return call(folder, builder);
    }

    /// Calls another program, to its end.
    public static Ended call(Path folder, ProcessBuilder builder) throws IOException {
        var out = Files.createTempFile(folder, "call", ".out");
        var err = Files.createTempFile(folder, "call", ".err");
        var process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try (var _ = new Leash(process)) {
            var code = exitCode(process, Duration.ofSeconds(60));
            return new Ended(code, Files.readString(out), Files.readString(err));
        }
    }

    /// Calls it and leaves it running; what it says is there to be read.
    public static Process begin(String... arguments) throws IOException {
        return builder(arguments).start();
    }

    /// The same with environment variables; what it says goes into a file.
    public static Process begin(Map<String, String> environment, Path said, String... arguments)
            throws IOException {
        var builder = builder(arguments).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.redirectOutput(said.toFile()).start();
    }

    static ProcessBuilder builder(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-jar", jar().toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PALABRE_"));
        return builder;
    }

    /// Waits for its end.
    public static int exitCode(Process process, Duration within) {
        try {
            if (process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            throw new AssertionError("still running after %s: %s".formatted(within, process));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + process, e);
        }
    }

    /// The packaged program.
    public static Path jar() {
        var jar = Path.of(System.getProperty("palabre.jar", "server/target/palabre.jar"));
        if (Files.exists(jar)) return jar.toAbsolutePath().normalize();
        throw new UncheckedIOException(
                new IOException(jar + " is not there: mvn package makes it, before these tests"));
    }
}
