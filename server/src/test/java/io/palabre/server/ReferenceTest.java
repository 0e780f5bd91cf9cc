// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.Contract;
import io.palabre.server.testing.RunningServer;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The server describes itself.
class ReferenceTest {

    @Test
    void the_description_is_served_as_it_is_written_and_as_json() {
        try (var server = RunningServer.with()) {
            var yaml = server.nobody().get("/api/openapi.yaml");
            assertThat(yaml.raw().body()).startsWith("# SPDX").contains("openapi: 3.1.0");
            assertThat(yaml.header("Content-Type")).startsWith("application/yaml");
            var json = server.nobody().get("/api/openapi.json");
            var paths = new HashSet<String>();
            json.body().at("/paths").fieldNames().forEachRemaining(paths::add);
            for (var route : Contract.read().routes()) {
                assertThat(paths).contains(route.substring(route.indexOf(' ') + 1));
            }
        }
    }

    @Test
    void the_page_brings_all_it_needs_and_may_run_nothing_else() {
        try (var server = RunningServer.with()) {
            var page = server.nobody().get("/api/docs");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("Content-Security-Policy")).contains("script-src 'self'");
            assertThat(page.raw().body()).doesNotContain("http://", "https://");
            for (var part : List.of("/api/docs/page.js", "/api/docs/page.css")) {
                assertThat(page.raw().body()).contains(part);
                assertThat(server.nobody().get(part).status()).isEqualTo(200);
            }
            assertThat(server.nobody().get("/api/docs/other.js").status()).isEqualTo(404);
        }
    }
}
