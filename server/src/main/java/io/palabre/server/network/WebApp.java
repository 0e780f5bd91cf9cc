// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The web app out of the program's own file: each part is read once and kept, packed and unpacked.
/// What has a hash in its name never changes; the page itself is asked for each time. Any other
/// path is the page, which finds its way in the browser.
final class WebApp implements Handler<RoutingContext> {
    private static final String PAGE = "index.html";

    private final Headers headers;
    private final Map<String, WebPart> parts = new ConcurrentHashMap<>();

    WebApp(Headers headers) {
        this.headers = headers;
    }

    @Override
    public void handle(RoutingContext context) {
        var path = context.normalizedPath().substring(1);
        var exact = isFile(path) ? part(path) : Optional.<WebPart>empty();
        var found = exact.isPresent() || isFile(path) ? exact : part(PAGE);
        if (found.isEmpty()) {
            context.response()
                    .setStatusCode(404)
                    .putHeader("Content-Type", "text/plain; charset=utf-8")
                    .end("There is nothing here.\n");
            return;
        }
        send(context.request(), found.get(), path.startsWith("assets/"));
    }

    private void send(HttpServerRequest request, WebPart part, boolean forEver) {
        var response = request.response();
        response.putHeader(
                        "Cache-Control",
                        forEver ? "public, max-age=31536000, immutable" : "no-cache")
                .putHeader("ETag", part.etag())
                .putHeader("Vary", "Accept-Encoding");
        if (part.isPage()) headers.onPage(response.headers());
        if (part.etag().equals(request.getHeader("If-None-Match"))) {
            response.setStatusCode(304).end();
        } else {
            sendBytes(request, response, part);
        }
    }

    private static void sendBytes(
            HttpServerRequest request, HttpServerResponse response, WebPart part) {
        var accepted = request.getHeader("Accept-Encoding");
        boolean packed = part.isPacked() && accepted != null && accepted.contains("gzip");
        var bytes = packed ? part.gzip() : part.plain();
        if (packed) response.putHeader("Content-Encoding", "gzip");
        response.putHeader("Content-Type", part.type())
                .putHeader("Content-Length", String.valueOf(bytes.length()));
        if (request.method().equals(HttpMethod.HEAD)) response.end();
        else response.end(bytes);
    }

    private Optional<WebPart> part(String path) {
        var known = parts.get(path);
        if (known != null) return Optional.of(known);
        var read = WebPart.read(path);
        read.ifPresent(part -> parts.put(path, part));
        return read;
    }

    /// A last segment with a dot is a file's name, and no segment leads elsewhere.
    private static boolean isFile(String path) {
        var last = path.substring(path.lastIndexOf('/') + 1);
        return last.contains(".") && !path.contains("..") && !path.contains("\\");
    }
}
