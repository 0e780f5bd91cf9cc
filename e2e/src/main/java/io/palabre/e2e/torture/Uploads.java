// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.torture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.palabre.e2e.clients.Person;
import io.palabre.e2e.history.History;
import io.palabre.e2e.history.Op;
import io.palabre.e2e.process.Debugger;
import io.palabre.e2e.process.ServerProcess;
import io.palabre.e2e.process.Stop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/// Somebody who uploads files in pieces, to a server that is killed meanwhile.
final class Uploads {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServerProcess server;
    private final Person who;
    private final History history;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<String> files = new LinkedHashSet<>();

    Uploads(ServerProcess server, Person who, History history) {
        this.server = server;
        this.who = who;
        this.history = history;
    }

    /// Uploads a file without trouble.
    void whole(String name, byte[] bytes) throws IOException {
        finish(begin(name, bytes), bytes);
    }

    /// Uploads a file; the server is killed when so many sixteenths were said.
    void killed(String name, byte[] bytes, int sixteenths) throws IOException {
        var upload = begin(name, bytes);
        var half = Arrays.copyOf(bytes, (int) ((long) bytes.length * sixteenths / 16));
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            var head =
                    """
                    PATCH /api/attachments/uploads/%s HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Upload-Offset: 0\r
                    Content-Type: application/octet-stream\r
                    Content-Length: %d\r
                    \r
                    """
                            .formatted(upload, who.token(), bytes.length);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(half);
            socket.getOutputStream().flush();
            server.kill9();
        }
        server.start();
        notThere(upload);
        finish(upload, bytes);
    }

    /// Uploads a file; the server is killed at that place on the way to the end.
    void killedAt(Debugger debugger, Stop stop, byte[] bytes) throws IOException {
        var upload = begin(stop.name(), bytes);
        var piece = piece(upload, 0, bytes);
        var sent = new AtomicReference<CompletableFuture<?>>();
        Runnable send = () -> sent.set(http.sendAsync(piece.build(), BodyHandlers.discarding()));
        if (!debugger.hold(stop, 1, send, server::kill9)) {
            throw new AssertionError("never at " + stop);
        }
        sent.get().handle((_, failure) -> failure != null).join();
        server.start();
        notThere(upload);
        finish(upload, bytes);
    }

    /// Everything that was taken is asked for again.
    void fetchAll() {
        files.forEach(this::fetch);
    }

    private void notThere(String upload) {
        var answer = send(request("/api/attachments/" + upload).GET());
        if (answer.statusCode() == 200) {
            history.add(new Op.Fetched(System.nanoTime(), who.username(), upload, "something"));
        }
    }

    private String begin(String name, byte[] bytes) throws IOException {
        var wish = Map.of("name", name + ".txt", "size", bytes.length, "sha256", sha256(bytes));
        var body = BodyPublishers.ofByteArray(JSON.writeValueAsBytes(wish));
        var request =
                request("/api/attachments/uploads").header("Content-Type", "application/json");
        return json(send(request.POST(body))).at("/upload/id").asText();
    }

    /// Goes on where the server says that it is.
    private void finish(String upload, byte[] bytes) throws IOException {
        var path = "/api/attachments/uploads/" + upload;
        var offset = json(send(request(path).GET())).at("/upload/offset").asInt();
        var file = json(send(piece(upload, offset, bytes))).at("/attachment/id").asText();
        history.add(new Op.Uploaded(System.nanoTime(), who.username(), file, sha256(bytes)));
        files.add(file);
        fetch(file);
    }

    private HttpRequest.Builder piece(String upload, int offset, byte[] bytes) {
        var rest = BodyPublishers.ofByteArray(Arrays.copyOfRange(bytes, offset, bytes.length));
        return request("/api/attachments/uploads/" + upload)
                .header("Upload-Offset", Integer.toString(offset))
                .header("Content-Type", "application/octet-stream")
                .method("PATCH", rest);
    }

    private void fetch(String file) {
        var answer = send(request("/api/attachments/" + file + "?download=1").GET());
        var sum = answer.statusCode() == 200 ? sha256(answer.body()) : null;
        history.add(new Op.Fetched(System.nanoTime(), who.username(), file, sum));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.url().resolve(path))
                .header("Authorization", "Bearer " + who.token());
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while uploading", e);
        }
    }

    private static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() < 300) return JSON.readTree(answer.body());
        throw new AssertionError("refused: " + new String(answer.body(), StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
