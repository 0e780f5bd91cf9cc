// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import io.palabre.server.wire.Yaml;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The API's own description: `openapi.yaml`, the same as JSON, and a page to browse it. Nothing of
/// it comes from elsewhere, and each part is made when it is first asked for.
final class Reference {
    private static final String PAGE = "/io/palabre/server/reference/";
    private static final String DESCRIPTION = "/io/palabre/server/openapi.yaml";

    private final Headers headers;
    private final Map<String, WebPart> parts = new ConcurrentHashMap<>();

    Reference(Headers headers) {
        this.headers = headers;
    }

    void addTo(Router router) {
        add(router, "/api/docs", () -> WebPart.resource(PAGE + "page.html"));
        add(router, "/api/docs/page.css", () -> WebPart.resource(PAGE + "page.css"));
        add(router, "/api/docs/page.js", () -> WebPart.resource(PAGE + "page.js"));
        add(router, "/api/openapi.yaml", () -> WebPart.resource(DESCRIPTION));
        add(
                router,
                "/api/openapi.json",
                () ->
                        WebPart.of(
                                "openapi.json",
                                Yaml.toJson(WebPart.resource(DESCRIPTION).plain().getBytes())));
    }

    private void add(Router router, String path, Supplier<WebPart> part) {
        router.route(path)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(context -> send(context, parts.computeIfAbsent(path, _ -> part.get())));
    }

    private void send(RoutingContext context, WebPart part) {
        if (part.isPage()) headers.onPage(context.response().headers());
        part.send(context.request(), "no-cache");
    }
}
