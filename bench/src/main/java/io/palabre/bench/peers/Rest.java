// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.peers;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What benchmarks need of Palabre's REST interface: accounts and conversations.
public final class Rest {

    private static final int BATCH = 200;
    private static final int ATTEMPTS = 5;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofMillis(250)).build();
    private final String base;

    /// Of a server on this machine.
    public Rest(int port) {
        base = "http://127.0.0.1:" + port;
    }

    /// Somebody signed in.
    public record Account(String id, String token) {
        /// What a Socket.IO client presents.
        public String auth() {
            return "{\"token\":\"" + token + "\"}";
        }
    }

    boolean isWell() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/api/health")).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Makes as many people, as the operator of the server that works in `data`; they have no
    /// passwords, which would take long to hash.
    public List<Account> enrol(int people, Path data) throws IOException {
        String operator =
                new JsonObject(Files.readString(data.resolve("operator.json"))).getString("token");
        List<Account> accounts = new ArrayList<>();
        while (accounts.size() < people) {
            JsonArray users = new JsonArray();
            for (int i = accounts.size(); i < Math.min(people, accounts.size() + BATCH); i++) {
                users.add(new JsonObject().put("username", "bench-%04d".formatted(i)));
            }
            JsonObject made =
                    post("/api/admin/users/batch", operator, new JsonObject().put("users", users));
            for (Object user : made.getJsonArray("made")) {
                accounts.add(signIn(((JsonObject) user).getString("id"), operator));
            }
        }
        return accounts;
    }

    private Account signIn(String id, String operator) throws IOException {
        String path = "/api/admin/users/%s/sessions".formatted(id);
        return new Account(id, post(path, operator, new JsonObject()).getString("token"));
    }

    /// A group of all of them, made by the first; answers its id.
    public String group(List<Account> members) throws IOException {
        JsonArray others = new JsonArray();
        members.stream().skip(1).map(Account::id).forEach(others::add);
        JsonObject wish =
                new JsonObject()
                        .put("type", "group")
                        .put("title", "Everyone")
                        .put("memberIds", others);
        return conversation(members.getFirst(), wish);
    }

    /// The private conversation of two; answers its id.
    public String pair(Account one, Account other) throws IOException {
        return conversation(one, new JsonObject().put("type", "private").put("userId", other.id()));
    }

    /// Says something there; it is on disk.
    public void say(Account by, String conversation, String text) throws IOException {
        String path = "/api/conversations/%s/messages".formatted(conversation);
        var _ = post(path, by.token(), new JsonObject().put("content", text));
    }

    /// The last number of a conversation.
    public long lastSeq(Account reader, String conversation) throws IOException {
        return get("/api/conversations/" + conversation, reader.token())
                .getJsonObject("conversation")
                .getLong("lastSeq");
    }

    private String conversation(Account creator, JsonObject wish) throws IOException {
        return post("/api/conversations", creator.token(), wish)
                .getJsonObject("conversation")
                .getString("id");
    }

    private JsonObject get(String path, String token) throws IOException {
        return answer(path, token, request(path).GET());
    }

    private JsonObject post(String path, @Nullable String token, JsonObject body)
            throws IOException {
        return answer(
                path,
                token,
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.encode())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
    }

    private JsonObject answer(String path, @Nullable String token, HttpRequest.Builder request)
            throws IOException {
        if (token != null) request.header("Authorization", "Bearer " + token);
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            for (int i = 1; i < ATTEMPTS && answer.statusCode() == 503; i++) {
                answer = client.send(request.build(), BodyHandlers.ofString());
            }
            if (answer.statusCode() / 100 == 2) return new JsonObject(answer.body());
            throw new IOException(
                    "%s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
