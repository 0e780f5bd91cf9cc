// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.palabre.e2e.history.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a client does without a socket.
public final class Rest implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);

    private final URI server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Rest(URI server) {
        this.server = server;
    }

    /// An answer, good or bad.
    public record Answer(int status, JsonNode body) {
        /// The refusal's code; empty when it is none.
        public String code() {
            return body.path("code").asText();
        }
    }

    /// Makes an account.
    public Person register(String username) {
        return signedIn(
                post(null, "/api/auth/register", credentials(username, "password of " + username)));
    }

    public Person login(String username, String password) {
        return signedIn(post(null, "/api/auth/login", credentials(username, password)));
    }

    /// Makes a group; its id.
    public String group(Person owner, String title, List<Person> others) {
        var ids = others.stream().map(Person::id).toList();
        var wish = Map.of("type", "group", "title", title, "memberIds", ids);
        return conversation(post(owner, "/api/conversations", wish));
    }

    /// Opens the private conversation of two; its id.
    public String between(Person one, Person other) {
        var wish = Map.of("type", "private", "userId", other.id());
        return conversation(post(one, "/api/conversations", wish));
    }

    /// All lines of a conversation, page by page.
    public List<Entry> lines(Person reader, String conversation) {
        var entries = new ArrayList<Entry>();
        for (var more = true; more; ) {
            var after = entries.isEmpty() ? 0 : entries.getLast().seq();
            var path = "/api/conversations/" + conversation + "/messages?limit=200&after=" + after;
            var page = ok(get(reader, path));
            page.path("messages").forEach(message -> entries.add(entry(message)));
            more = page.path("hasMoreAfter").asBoolean();
        }
        return entries;
    }

    public Answer get(@Nullable Person caller, String path) {
        return send(caller, HttpRequest.newBuilder(server.resolve(path)).GET());
    }

    public Answer post(@Nullable Person caller, String path, Object body) {
        try {
            return post(caller, path, JSON.writeValueAsString(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Posts a body as it is, be it JSON or not.
    public Answer post(@Nullable Person caller, String path, String body) {
        return send(
                caller,
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    @Override
    public void close() {
        http.close();
    }

    private Answer send(@Nullable Person caller, HttpRequest.Builder request) {
        if (caller != null) request.header("Authorization", "Bearer " + caller.token());
        try {
            var response = http.send(request.timeout(TO_ANSWER).build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }

    private static JsonNode ok(Answer answer) {
        if (answer.status() < 300) return answer.body();
        throw new AssertionError("refused: " + answer);
    }

    private static Person signedIn(Answer answer) {
        var user = ok(answer).path("user");
        var token = answer.body().path("token").asText();
        return new Person(user.path("id").asText(), user.path("username").asText(), token);
    }

    private static String conversation(Answer answer) {
        return ok(answer).path("conversation").path("id").asText();
    }

    private static Map<String, String> credentials(String username, String password) {
        return Map.of("username", username, "password", password);
    }

    private static Entry entry(JsonNode message) {
        var content = message.get("content");
        var cid = message.get("clientId");
        return new Entry(
                message.path("conversationId").asText(),
                message.path("seq").asLong(),
                message.path("ord").asLong(),
                message.path("senderId").asText(),
                cid == null ? null : cid.asText(),
                content == null ? message.path("system").toString() : content.asText());
    }
}
