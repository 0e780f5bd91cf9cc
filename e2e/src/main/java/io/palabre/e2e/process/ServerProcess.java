// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.process;

import io.palabre.e2e.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A server in demo mode on a folder and a port, which it keeps through all its lives.
public final class ServerProcess implements AutoCloseable {
    private static final Duration TO_SERVE = Duration.ofSeconds(90);
    private static final Duration TO_ANSWER = Duration.ofSeconds(2);

    private final Path data;
    private final Path output;
    private final Map<String, String> settings;
    private final List<String> under;
    private final int port;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private @Nullable Process process;
    private @Nullable Leash leash;

    /// @param folder gets the data, and beside it what the server says
    public ServerProcess(Path folder) {
        this(folder, Map.of());
    }

    /// @param settings environment variables besides those that each has
    public ServerProcess(Path folder, Map<String, String> settings) {
        this(folder, settings, List.of());
    }

    /// @param under a program that starts it, with its arguments; it is that process itself
    public ServerProcess(Path folder, Map<String, String> settings, List<String> under) {
        this.settings = settings;
        this.under = under;
        data = folder.resolve("data");
        output = folder.resolve("server.out");
        port = Ports.free();
    }

    public Path data() {
        return data;
    }

    /// The number that the system knows it by.
    public long pid() {
        return running().pid();
    }

    public int port() {
        return port;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Starts it and returns when it serves; how long that took.
    public Duration start() {
        var began = System.nanoTime();
        var command =
                Program.builder("serve", "--demo", "--port", "" + port, "--data", data.toString());
        command.command().addAll(0, under);
        command.environment().put("PALABRE_LIMITS_EXEMPT", "127.0.0.1");
        command.environment().putAll(settings);
        command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        try {
            var started = command.start();
            process = started;
            leash = new Leash(started);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Await.until(() -> "serves; it said\n" + said(), TO_SERVE, this::servesOrEnded);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /// Whether it answers to be well.
    public boolean serves() {
        var request = HttpRequest.newBuilder(url().resolve("/api/health")).timeout(TO_ANSWER);
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for health", e);
        }
    }

    /// Ends it at once, without a chance to tidy up.
    public void kill9() {
        running().destroyForcibly();
        Program.exitCode(running(), TO_SERVE);
        release();
    }

    /// Waits for its end, which somebody else brings about.
    public void awaitEnd() {
        Program.exitCode(running(), TO_SERVE);
        release();
    }

    /// Asks it to stop, as `kill` and service supervisors do; its exit code.
    public int terminate(Duration within) {
        running().destroy();
        var code = Program.exitCode(running(), within);
        release();
        return code;
    }

    /// Stops its clock: connections stay, nothing is answered.
    public void pause() {
        signal("STOP");
    }

    /// Ends a pause.
    public void resume() {
        signal("CONT");
    }

    /// All that it said in all its lives.
    public String said() {
        try {
            return Files.exists(output) ? Files.readString(output) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        release();
        http.close();
    }

    private boolean servesOrEnded() {
        if (!running().isAlive()) {
            throw new AssertionError(
                    "ended with %d, saying\n%s".formatted(running().exitValue(), said()));
        }
        return serves();
    }

    private void signal(String name) {
        try {
            var pid = Long.toString(running().pid());
            var kill = new ProcessBuilder(List.of("kill", "-" + name, pid)).inheritIO().start();
            if (Program.exitCode(kill, TO_SERVE) != 0) {
                throw new AssertionError("kill -%s %s failed".formatted(name, pid));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process running() {
        return Objects.requireNonNull(process, "the server was not started");
    }

    private void release() {
        if (leash != null) leash.close();
        leash = null;
    }
}
