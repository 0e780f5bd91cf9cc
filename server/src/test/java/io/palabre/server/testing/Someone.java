// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One who speaks REST to a server: nobody, or somebody with a token.
public final class Someone {
    static final ObjectMapper JSON = new ObjectMapper();

    private final RunningServer server;
    private final Map<String, String> headers;
    private final String id;
    private final String token;

    /// What was answered.
    public record Reply(int status, JsonNode body, HttpResponse<String> raw) {
        public String text(String pointer) {
            return body.at(pointer).asText();
        }

        public long number(String pointer) {
            return body.at(pointer).asLong();
        }

        public String code() {
            return text("/code");
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    private Someone(RunningServer server, Map<String, String> headers, String id, String token) {
        this.server = server;
        this.headers = headers;
        this.id = id;
        this.token = token;
    }

    static Someone without(RunningServer server) {
        return new Someone(server, Map.of(), "", "");
    }

    static Someone holding(RunningServer server, String token) {
        return new Someone(server, Map.of("Authorization", "Bearer " + token), "", token);
    }

    static Someone signedIn(RunningServer server, String username, String password) {
        var reply =
                without(server)
                        .post(
                                "/api/auth/login",
                                """
                                {"username": "%s", "password": "%s"}"""
                                        .formatted(username, password));
        if (reply.status() != 200) throw new AssertionError(reply.body());
        var token = reply.text("/token");
        return new Someone(
                server, Map.of("Authorization", "Bearer " + token), reply.text("/user/id"), token);
    }

    /// The same one, who also sends this header.
    public Someone with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Someone(server, more, id, token);
    }

    /// The same one before another server that has the same sessions.
    public Someone at(RunningServer other) {
        return new Someone(other, headers, id, token);
    }

    /// The same one as a browser: the cookie instead of the token.
    public Someone asBrowser() {
        return new Someone(server, Map.of("Cookie", "palabre_session=" + token), id, token);
    }

    public String id() {
        return id;
    }

    public String token() {
        return token;
    }

    public Reply get(String path) {
        return send("GET", path, "");
    }

    public Reply post(String path, String json) {
        return send("POST", path, json);
    }

    public Reply patch(String path, String json) {
        return send("PATCH", path, json);
    }

    public Reply delete(String path) {
        return send("DELETE", path, "");
    }

    /// The private conversation with somebody, opened if need be.
    public String talkTo(Someone other) {
        var reply = post("/api/conversations", "{\"userId\": \"%s\"}".formatted(other.id));
        return reply.text("/conversation/id");
    }

    /// A new group of this one and others.
    public String group(String title, Someone... others) {
        var wish = JSON.createObjectNode().put("type", "group").put("title", title);
        var members = wish.putArray("memberIds");
        for (var other : others) members.add(other.id);
        var reply = post("/api/conversations", wish.toString());
        if (reply.status() != 201) throw new AssertionError(reply.body());
        return reply.text("/conversation/id");
    }

    /// Says something in a conversation; answers its number.
    public long say(String conversation, String words) {
        var reply =
                post(
                        "/api/conversations/%s/messages".formatted(conversation),
                        JSON.createObjectNode().put("content", words).toString());
        if (reply.status() != 201) throw new AssertionError(reply.body());
        return reply.number("/message/seq");
    }

    /// What happened since: behind these numbers of one's own log and of conversations.
    public List<JsonNode> missed(long ownSeq, Map<String, Long> cursors) {
        var wish = JSON.createObjectNode().put("ownSeq", ownSeq);
        wish.set("cursors", JSON.valueToTree(cursors));
        return post("/api/sync", wish.toString()).body().at("/pages").findValues("events").stream()
                .flatMap(JsonNode::valueStream)
                .toList();
    }

    /// Uploads a file in one go.
    public Reply upload(String name, byte[] bytes) {
        var path = "/api/attachments?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        return send("POST", path, bytes);
    }

    /// Sends bytes.
    public Reply send(String method, String path, byte[] bytes) {
        var raw = send(method, path, BodyPublishers.ofByteArray(bytes), BodyHandlers.ofString());
        try {
            return new Reply(raw.statusCode(), json(raw), raw);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What comes, byte for byte.
    public HttpResponse<byte[]> fetch(String path) {
        return fetch("GET", path);
    }

    /// What comes, byte for byte.
    public HttpResponse<byte[]> fetch(String method, String path) {
        return send(method, path, BodyPublishers.noBody(), BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> send(
            String method, String path, HttpRequest.BodyPublisher body, BodyHandler<T> handler) {
        var request = HttpRequest.newBuilder(server.address(path));
        headers.forEach(request::header);
        try {
            return server.http().send(request.method(method, body).build(), handler);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Reply send(String method, String path, String json) {
        var request = HttpRequest.newBuilder(server.address(path));
        headers.forEach(request::header);
        if (!json.isEmpty() && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        request.method(
                method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        try {
            var raw = server.http().send(request.build(), BodyHandlers.ofString());
            return new Reply(raw.statusCode(), json(raw), raw);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> raw) throws IOException {
        boolean isJson =
                raw.headers().firstValue("Content-Type").map(t -> t.contains("json")).orElse(false);
        return isJson && !raw.body().isEmpty()
                ? JSON.readTree(raw.body())
                : JsonNodeFactory.instance.missingNode();
    }
}
