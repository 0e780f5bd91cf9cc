// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.cli;

import static java.util.Objects.requireNonNullElse;

import io.palabre.server.refusal.Problem;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.Json;
import io.palabre.server.wiring.OperatorFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The server that runs on a data folder, asked as its operator.
final class RunningServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int UNAUTHENTICATED = 401;

    private final OperatorFile door;
    private final Json json = new Json();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private RunningServer(OperatorFile door) {
        this.door = door;
    }

    record Trouble(
            @Nullable Integer status,
            @Nullable String code,
            @Nullable String title,
            @Nullable String detail,
            @Nullable Boolean retryable) {

        /// What the server refuses to its operator is refused to whoever typed the command.
        Refused refused() {
            var problem =
                    new Problem(
                            requireNonNullElse(status, 500),
                            requireNonNullElse(code, "fault"),
                            requireNonNullElse(title, "The server says no."),
                            requireNonNullElse(retryable, false));
            return detail == null ? Refused.because(problem) : Refused.because(problem, detail);
        }
    }

    /// The server of a folder; empty when none runs there, or one that does not answer.
    static Optional<RunningServer> answering(Path folder) throws IOException, InterruptedException {
        var door = OperatorFile.in(folder, new Json());
        if (door.isEmpty()) return Optional.empty();
        var server = new RunningServer(door.get());
        try {
            server.get("/api/admin/presence?limit=1");
            return Optional.of(server);
        } catch (NotReached _) {
            server.close();
            return Optional.empty();
        }
    }

    static RunningServer of(Path folder) throws NotReached, IOException {
        return new RunningServer(
                OperatorFile.in(folder, new Json())
                        .orElseThrow(() -> new NotReached("no server runs on " + folder)));
    }

    URI address(String path) {
        return URI.create(door.url() + path);
    }

    HttpClient http() {
        return http;
    }

    <T> T read(String text, Class<T> type) {
        return json.readLeniently(text, type);
    }

    String get(String path) throws NotReached, InterruptedException {
        return ask(HttpRequest.newBuilder(address(path)).GET());
    }

    String post(String path) throws NotReached, InterruptedException {
        return ask(HttpRequest.newBuilder(address(path)).POST(BodyPublishers.noBody()));
    }

    String post(String path, Object body) throws NotReached, InterruptedException {
        return send("POST", path, body);
    }

    String patch(String path, Object body) throws NotReached, InterruptedException {
        return send("PATCH", path, body);
    }

    private String send(String method, String path, Object body)
            throws NotReached, InterruptedException {
        return ask(
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(json.write(body))));
    }

    private String ask(HttpRequest.Builder request) throws NotReached, InterruptedException {
        request.timeout(PATIENCE).header("Authorization", "Bearer " + door.token());
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() < 300) return answer.body();
            var trouble = read(answer.body(), Trouble.class);
            if (answer.statusCode() != UNAUTHENTICATED) throw trouble.refused();
            throw new NotReached("the server at " + door.url() + " is another's");
        } catch (IOException _) {
            throw new NotReached("no server answers at " + door.url());
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
