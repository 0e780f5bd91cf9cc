// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import io.palabre.server.config.Config;
import io.vertx.core.MultiMap;

/// The headers of every answer that keep browsers careful.
final class Headers {
    private static final String NO_CONTENT_RUNS = "default-src 'none'; frame-ancestors 'none'";

    private static final String FETCHES_FROM_HERE = "default-src 'none'; connect-src 'self'";

    private final boolean secure;
    private final String pagePolicy;

    Headers(Config config) {
        secure = config.secure();
        var frames =
                config.embedOrigins().isEmpty()
                        ? "'none'"
                        : String.join(" ", config.embedOrigins());
        pagePolicy =
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                        + " font-src 'self'; media-src 'self' blob:; connect-src 'self';"
                        + " manifest-src 'self'; worker-src 'self'; base-uri 'none';"
                        + " form-action 'self'; object-src 'none'; frame-ancestors "
                        + frames
                        + "; require-trusted-types-for 'script'";
    }

    /// On everything.
    void onAll(MultiMap headers) {
        headers.set("X-Content-Type-Options", "nosniff")
                .set("Referrer-Policy", "no-referrer")
                .set("Permissions-Policy", "camera=(self), microphone=(self), geolocation=()")
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Content-Security-Policy", NO_CONTENT_RUNS);
        if (secure) headers.set("Strict-Transport-Security", "max-age=31536000");
    }

    /// On pages, which may run the app's own scripts and nothing else.
    void onPage(MultiMap headers) {
        headers.set("Content-Security-Policy", pagePolicy);
    }

    /// On the app's worker, whose own policy says what it may fetch to keep.
    void onWorker(MultiMap headers) {
        headers.set("Content-Security-Policy", FETCHES_FROM_HERE);
    }
}
