// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The list of conversations over REST.
class ListTest {
    private final RunningServer server = RunningServer.with("awa", "ibrahim", "claire");
    private final Someone awa = server.signIn("awa");
    private final Someone ibrahim = server.signIn("ibrahim");
    private final Someone claire = server.signIn("claire");

    @AfterEach
    void stop() {
        server.close();
    }

    private List<String> ids(String query) {
        var reply = awa.get("/api/conversations" + query);
        assertThat(reply.status()).as(query).isEqualTo(200);
        return reply.body()
                .at("/conversations")
                .valueStream()
                .map(c -> c.at("/id").asText())
                .toList();
    }

    @Test
    void its_parts_are_asked_for_by_name() {
        var one = awa.talkTo(ibrahim);
        var two = awa.talkTo(claire);
        claire.say(two, "coucou");
        awa.patch("/api/conversations/%s/me".formatted(one), "{\"archived\":true}");
        assertThat(ids("")).isEqualTo(List.of(two));
        assertThat(ids("?filter=all")).isEqualTo(List.of(two));
        assertThat(ids("?filter=unread")).isEqualTo(List.of(two));
        assertThat(ids("?filter=archived")).isEqualTo(List.of(one));
        assertThat(ids("?filter=buying")).isEmpty();
        assertThat(ids("?search=IBRA")).isEqualTo(List.of(one));
        assertThat(awa.get("/api/conversations?filter=mine").status()).isEqualTo(400);
        assertThat(awa.get("/api/conversations?search=" + "a".repeat(101)).status()).isEqualTo(400);
    }

    @Test
    void a_page_that_is_too_large_or_none_is_refused_as_it_is_written() {
        for (var limit : List.of("0", "201", "1000000000", "-1", "x", "1.5")) {
            for (var path : List.of("/api/conversations", "/api/users", "/api/products")) {
                assertThat(awa.get(path + "?limit=" + limit).status()).as(limit).isEqualTo(400);
            }
        }
        assertThat(awa.get("/api/conversations?limit=200").status()).isEqualTo(200);
        assertThat(awa.get("/api/conversations?limit=1").status()).isEqualTo(200);
    }
}
