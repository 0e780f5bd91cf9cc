// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.cli;

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
import org.jspecify.annotations.Nullable;

/// The server that runs on a data folder, asked as its operator.
final class RunningServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OperatorFile door;
    private final Json json = new Json();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private RunningServer(OperatorFile door) {
        this.door = door;
    }

    record Trouble(@Nullable String title, @Nullable String detail) {}

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

    private String ask(HttpRequest.Builder request) throws NotReached, InterruptedException {
        request.timeout(PATIENCE).header("Authorization", "Bearer " + door.token());
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() < 300) return answer.body();
            var trouble = read(answer.body(), Trouble.class);
            var detail = trouble.detail() == null ? trouble.title() : trouble.detail();
            throw new NotReached("the server says: " + detail);
        } catch (IOException _) {
            throw new NotReached("no server answers at " + door.url());
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
