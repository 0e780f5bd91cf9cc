// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// A file of the web app, in memory.
///
/// @param gzip the same packed; empty when packing gains nothing
record WebPart(String type, String etag, Buffer plain, Buffer gzip) {
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("html", "text/html; charset=utf-8"),
                    Map.entry("js", "text/javascript; charset=utf-8"),
                    Map.entry("mjs", "text/javascript; charset=utf-8"),
                    Map.entry("css", "text/css; charset=utf-8"),
                    Map.entry("json", "application/json; charset=utf-8"),
                    Map.entry("webmanifest", "application/manifest+json; charset=utf-8"),
                    Map.entry("svg", "image/svg+xml; charset=utf-8"),
                    Map.entry("yaml", "application/yaml; charset=utf-8"),
                    Map.entry("txt", "text/plain; charset=utf-8"),
                    Map.entry("png", "image/png"),
                    Map.entry("ico", "image/x-icon"),
                    Map.entry("webp", "image/webp"),
                    Map.entry("woff2", "font/woff2"),
                    Map.entry("mp3", "audio/mpeg"),
                    Map.entry("wasm", "application/wasm"));

    /// The file of this name; empty when the app has none.
    static Optional<WebPart> read(String path) {
        try (var in = WebPart.class.getResourceAsStream("/web/" + path)) {
            return in == null ? Optional.empty() : Optional.of(of(path, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the program always brings.
    static WebPart resource(String path) {
        try (var in = WebPart.class.getResourceAsStream(path)) {
            return of(path, Objects.requireNonNull(in, path).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param name tells by its ending what the bytes are
    static WebPart of(String name, byte[] bytes) {
        var type = type(name);
        var packed = isText(type) ? pack(bytes) : new byte[0];
        return new WebPart(type, etag(bytes), Buffer.buffer(bytes), Buffer.buffer(packed));
    }

    /// Answers with it, or that it is as it was.
    void send(HttpServerRequest request, String cacheControl) {
        var response = request.response();
        response.putHeader("Cache-Control", cacheControl)
                .putHeader("ETag", etag)
                .putHeader("Vary", "Accept-Encoding");
        if (etag.equals(request.getHeader("If-None-Match"))) {
            response.setStatusCode(304).end();
        } else {
            sendBytes(request, response);
        }
    }

    private void sendBytes(HttpServerRequest request, HttpServerResponse response) {
        var accepted = request.getHeader("Accept-Encoding");
        boolean asPacked = isPacked() && accepted != null && accepted.contains("gzip");
        var bytes = asPacked ? gzip : plain;
        if (asPacked) response.putHeader("Content-Encoding", "gzip");
        response.putHeader("Content-Type", type)
                .putHeader("Content-Length", String.valueOf(bytes.length()));
        if (request.method().equals(HttpMethod.HEAD)) response.end();
        else response.end(bytes);
    }

    boolean isPacked() {
        return gzip.length() > 0;
    }

    boolean isPage() {
        return type.startsWith("text/html");
    }

    private static String type(String path) {
        var ending = path.substring(path.lastIndexOf('.') + 1);
        return TYPES.getOrDefault(ending, "application/octet-stream");
    }

    private static boolean isText(String type) {
        return type.contains("charset") || type.equals("application/wasm");
    }

    private static byte[] pack(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size() < bytes.length ? out.toByteArray() : new byte[0];
    }

    private static String etag(byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
