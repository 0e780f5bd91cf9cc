// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The web app out of the program's own file: each part is read once and kept, packed and unpacked.
/// What has a hash in its name never changes; the page itself is asked for each time. The page is
/// at the addresses that it knows; anywhere else there is nothing.
final class WebApp implements Handler<RoutingContext> {
    private static final String PAGE = "index.html";
    private static final String WORKER = "sw.js";

    private static final Pattern CONVERSATION = Pattern.compile("/c/[^/]+");

    private final Headers headers;
    private final boolean demo;
    private final Map<String, WebPart> parts = new ConcurrentHashMap<>();

    /// @param demo whether to show the gallery of components
    WebApp(Headers headers, boolean demo) {
        this.headers = headers;
        this.demo = demo;
    }

    @Override
    public void handle(RoutingContext context) {
        var path = isPage(context.normalizedPath()) ? PAGE : context.normalizedPath().substring(1);
        var found = isFile(path) ? part(path) : Optional.<WebPart>empty();
        if (found.isEmpty()) {
            context.response()
                    .setStatusCode(404)
                    .putHeader("Content-Type", "text/plain; charset=utf-8")
                    .end("There is nothing here.\n");
            return;
        }
        send(context.request(), found.get(), path);
    }

    private void send(HttpServerRequest request, WebPart part, String path) {
        var answered = request.response().headers();
        if (part.isPage()) headers.onPage(answered);
        if (path.equals(WORKER)) headers.onWorker(answered);
        boolean forEver = path.startsWith("assets/");
        part.send(request, forEver ? "public, max-age=31536000, immutable" : "no-cache");
    }

    private Optional<WebPart> part(String path) {
        var known = parts.get(path);
        if (known != null) return Optional.of(known);
        var read = WebPart.read(path);
        read.ifPresent(part -> parts.put(path, part));
        return read;
    }

    /// The addresses of the app, see `web/app/src/route.ts`.
    private boolean isPage(String path) {
        return path.equals("/")
                || CONVERSATION.matcher(path).matches()
                || (demo && path.equals("/gallery"));
    }

    /// A last segment with a dot is a file's name, and no segment leads elsewhere.
    private static boolean isFile(String path) {
        var last = path.substring(path.lastIndexOf('/') + 1);
        return last.contains(".") && !path.contains("..") && !path.contains("\\");
    }
}
