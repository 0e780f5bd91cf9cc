// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Other programs, run to their end.
public final class Shell {

    private Shell() {}

    /// The first line that a quick program prints, if it is there and succeeds.
    public static Optional<String> firstLine(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            process.getOutputStream().close();
            try (var lines = process.inputReader(UTF_8)) {
                String line = lines.readLine();
                boolean well = process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
                return well ? Optional.ofNullable(line).map(String::strip) : Optional.empty();
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// Whether a quick program, run in a folder, succeeds.
    public static boolean succeeds(Path folder, List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Runs a long one in a folder, its output into a log; says whether it succeeded within ten
    /// minutes.
    public static boolean run(Path folder, Path log, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        if (process.waitFor(10, TimeUnit.MINUTES)) return process.exitValue() == 0;
        process.destroyForcibly();
        return false;
    }
}
