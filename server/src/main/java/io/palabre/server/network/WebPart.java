// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
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
            if (in == null) return Optional.empty();
            var bytes = in.readAllBytes();
            var type = type(path);
            var packed = isText(type) ? pack(bytes) : new byte[0];
            return Optional.of(
                    new WebPart(type, etag(bytes), Buffer.buffer(bytes), Buffer.buffer(packed)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static byte[] pack(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
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
