// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The headers of a request by name; a `Range` only where bytes are to come.
record RequestHeaders(HttpServerRequest request) implements Function<String, @Nullable String> {

    @Override
    public @Nullable String apply(String name) {
        if (name.equals("Range") && request.method().equals(HttpMethod.HEAD)) return null;
        return request.getHeader(name);
    }
}
