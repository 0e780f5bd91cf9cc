// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The bundles of socket.io-client, for pages that load them from the server they talk to. Each is
/// read when it is first asked for, and kept.
final class ClientBundle {
    private static final Set<String> NAMES =
            Set.of(
                    "socket.io.js",
                    "socket.io.js.map",
                    "socket.io.min.js",
                    "socket.io.min.js.map",
                    "socket.io.esm.min.js",
                    "socket.io.esm.min.js.map",
                    "socket.io.msgpack.min.js",
                    "socket.io.msgpack.min.js.map");

    private final Vertx vertx;
    private final Answers answers;
    private final String path;
    private final Path folder;
    private final Map<String, Piece> pieces = new ConcurrentHashMap<>();

    private record Piece(String type, String tag, Buffer plain, Buffer gzip) {}

    /// @param path with a slash at the end, in front of the names
    ClientBundle(Vertx vertx, Answers answers, String path, Path folder) {
        this.vertx = vertx;
        this.answers = answers;
        this.path = path;
        this.folder = folder;
    }

    /// The name of the one that has this path, or null.
    @Nullable String named(@Nullable String asked) {
        if (asked == null || !asked.startsWith(path)) {
            return null;
        }
        var name = asked.substring(path.length());
        return NAMES.contains(name) ? name : null;
    }

    void answer(HttpServerRequest request, String name) {
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            answers.start(request).setStatusCode(405).putHeader("Allow", "GET, HEAD").end();
            return;
        }
        var known = pieces.get(name);
        if (known != null) {
            answer(request, known);
            return;
        }
        vertx.executeBlocking(() -> pieces.computeIfAbsent(name, this::read))
                .onSuccess(piece -> answer(request, piece))
                .onFailure(_ -> answers.start(request).setStatusCode(404).end());
    }

    private Piece read(String name) {
        try {
            var bytes = Files.readAllBytes(folder.resolve(name));
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Piece(
                    name.endsWith(".map") ? "application/json" : "text/javascript; charset=utf-8",
                    "W/\"" + HexFormat.of().formatHex(hash, 0, 16) + '"',
                    Buffer.buffer(bytes),
                    Buffer.buffer(Answers.gzip(bytes)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpServerRequest request, Piece piece) {
        var response =
                answers.start(request)
                        .putHeader("Cache-Control", "public, max-age=0")
                        .putHeader("ETag", piece.tag);
        var known = request.getHeader("If-None-Match");
        if (known != null && known.contains(piece.tag.substring(2))) {
            response.setStatusCode(304).end();
            return;
        }
        var gzip = Answers.acceptsGzip(request);
        var body = gzip ? piece.gzip : piece.plain;
        if (gzip) {
            response.putHeader("Content-Encoding", "gzip");
        }
        response.putHeader("Vary", "Accept-Encoding")
                .putHeader("Content-Type", piece.type)
                .putHeader("Content-Length", Integer.toString(body.length()));
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(body);
        }
    }
}
