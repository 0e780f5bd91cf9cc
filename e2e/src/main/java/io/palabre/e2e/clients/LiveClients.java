// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.palabre.e2e.history.History;
import io.palabre.e2e.history.Op;
import io.palabre.e2e.process.Leash;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// A Node process with any number of clients in it. What they do and hear goes into one history, by
/// the clock of that process.
public final class LiveClients implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI server;
    private final History history;
    private final Process node;
    private final Leash leash;
    private final BufferedWriter commands;
    private final AtomicLong lastCommand = new AtomicLong();
    private final Map<Long, CompletableFuture<JsonNode>> unanswered = new ConcurrentHashMap<>();
    private final Map<String, LiveClient> clients = new ConcurrentHashMap<>();

    public LiveClients(URI server, History history) throws IOException {
        this.server = server;
        this.history = history;
        node =
                new ProcessBuilder("node", NodePackages.script("main.mjs").toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        leash = new Leash(node);
        commands = node.outputWriter(StandardCharsets.UTF_8);
        Thread.ofPlatform().name("live clients").daemon().start(this::listen);
    }

    /// A new device of this person.
    public LiveClient device(String name, Person person) {
        return named(name).become(person);
    }

    /// A new device of this person, which reaches the server in another way.
    public LiveClient device(String name, Person person, URI through) {
        return clients.computeIfAbsent(name, _ -> new LiveClient(name, through, this))
                .become(person);
    }

    /// A new device, whose person is yet to sign in.
    public LiveClient device(String name) {
        return named(name);
    }

    public History history() {
        return history;
    }

    @Override
    public void close() {
        leash.close();
    }

    record Command(long id, String client, String action, Object args) {}

    CompletableFuture<JsonNode> tell(String client, String action, Object args) {
        var id = lastCommand.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        unanswered.put(id, answer);
        try {
            write(JSON.writeValueAsString(new Command(id, client, action, args)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer;
    }

    private synchronized void write(String line) throws IOException {
        commands.write(line);
        commands.newLine();
        commands.flush();
    }

    private LiveClient named(String name) {
        return clients.computeIfAbsent(name, _ -> new LiveClient(name, server, this));
    }

    private void listen() {
        try (BufferedReader lines = node.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                hear(JSON.readTree(line));
            }
            end(new IOException("the clients' process has ended"));
        } catch (IOException e) {
            end(e);
        }
    }

    private void hear(JsonNode line) throws IOException {
        if (line.has("op")) {
            history.add(JSON.treeToValue(line.get("op"), Op.class));
        } else if (line.has("event")) {
            var event = line.get("event");
            named(event.path("client").asText())
                    .events()
                    .add(new Events.Event(event.path("name").asText(), event.path("data")));
        } else {
            answer(line);
        }
    }

    private void answer(JsonNode line) {
        var answer = unanswered.remove(line.path("answer").asLong());
        if (answer == null) return;
        if (line.has("error")) {
            answer.completeExceptionally(new ClientRefused(line.path("error").asText()));
        } else {
            answer.complete(line.path("value"));
        }
    }

    private void end(IOException why) {
        unanswered.values().forEach(answer -> answer.completeExceptionally(why));
    }
}
