// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The headers of a request by name; `Host` also where HTTP/2 calls it something else.
record RequestHeaders(HttpServerRequest request) implements Function<String, @Nullable String> {

    @Override
    public @Nullable String apply(String name) {
        if (name.equals("Range") && request.method().equals(HttpMethod.HEAD)) return null;
        var header = request.getHeader(name);
        if (header != null || !name.equals("Host")) return header;
        var authority = request.authority();
        return authority == null ? null : authority.toString();
    }
}
