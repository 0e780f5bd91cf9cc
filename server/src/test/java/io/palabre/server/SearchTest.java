// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.Contract;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Search over real HTTP. Rows are those of docs/security.md.
class SearchTest {
    private static final int ATTEMPTS = 2_000;

    private final Contract contract = Contract.read();
    private RunningServer server = RunningServer.with("awa", "ibrahim", "claire");
    private Someone awa = server.signIn("awa");

    @AfterEach
    void stop() {
        server.close();
    }

    private Someone.Reply search(Someone by, String typed, String more) {
        var encoded = URLEncoder.encode(typed, StandardCharsets.UTF_8);
        var reply = by.get("/api/search?q=" + encoded + more);
        contract.check("GET", "/api/search", reply);
        return reply;
    }

    /// Asks until it is found: the index follows a moment behind.
    private Someone.Reply awaited(Someone by, String typed) {
        for (int i = 0; i < ATTEMPTS; i++) {
            var reply = search(by, typed, "");
            if (!reply.body().at("/results").isEmpty()) return reply;
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        throw new AssertionError(typed + " was never found");
    }

    @Test
    void what_was_said_is_found_where_it_stands() {
        var ibrahim = server.signIn("ibrahim");
        var talk = awa.talkTo(ibrahim);
        awa.say(talk, "Le tissu est ÉLÉGANT, élégant !");
        var reply = awaited(ibrahim, "elegan");
        assertThat(reply.text("/results/0/message/content")).startsWith("Le tissu");
        assertThat(reply.text("/results/0/conversationId")).isEqualTo(talk);
        assertThat(reply.body().at("/results/0/highlights").toString())
                .isEqualTo("[[13,19],[22,28]]");
        assertThat(search(ibrahim, "é_é%", "").status()).isEqualTo(400);
        assertThat(search(server.signIn("claire"), "elegan", "").body().at("/results")).isEmpty();
        var there = "&conversationId=" + talk;
        assertThat(search(server.signIn("claire"), "elegan", there).status()).isEqualTo(404);
        assertThat(search(ibrahim, "tissu", there + "&senderId=" + awa.id()).body().at("/results"))
                .hasSize(1);
    }

    @Test
    void times_narrow_it() {
        awa.say(awa.talkTo(server.signIn("ibrahim")), "Bonjour");
        var said = awaited(awa, "bonjour").text("/results/0/message/createdAt");
        assertThat(search(awa, "bonjour", "&since=" + said).body().at("/results")).hasSize(1);
        assertThat(search(awa, "bonjour", "&until=" + said).body().at("/results")).isEmpty();
        assertThat(search(awa, "bonjour", "&since=9999-12-31T00:00:00Z").body().at("/results"))
                .isEmpty();
        assertThat(search(awa, "bonjour", "&until=9999-12-31T00:00:00Z").body().at("/results"))
                .hasSize(1);
        assertThat(search(awa, "bonjour", "&until=0001-01-01T00:00:00Z").body().at("/results"))
                .isEmpty();
        for (var wrong : new String[] {"yesterday", "2026-02-30T00:00:00Z", "-1", "2026-03-01"}) {
            assertThat(search(awa, "bonjour", "&since=" + wrong).status()).isEqualTo(400);
            assertThat(search(awa, "bonjour", "&until=" + wrong).status()).isEqualTo(400);
        }
    }

    @Test
    void what_is_typed_means_itself_rows_59_61() {
        awa.say(awa.talkTo(server.signIn("ibrahim")), "Bonjour");
        awaited(awa, "bonjour");
        for (var typed :
                new String[] {
                    "\"bonjour", "bonjour*", "bonjour AND", "grams:bonjour", "bonjour')--",
                    "NEAR(bonjour)", "^bonjour", "{grams}: bonjour", "-bonjour", "%bonjour%"
                }) {
            assertThat(search(awa, typed, "").status()).as(typed).isEqualTo(200);
        }
        for (var typed : new String[] {"", " ", "b", "%", "\"", "*", "a".repeat(201)}) {
            assertThat(search(awa, typed, "").status()).as(typed).isEqualTo(400);
        }
        assertThat(search(awa, "bonjour", "&cursor=1-2").status()).isEqualTo(400);
        assertThat(search(awa, "bonjour", "&limit=1000000000").status()).isEqualTo(400);
        assertThat(search(awa, "bonjour", "&limit=-1").status()).isEqualTo(400);
    }

    @Test
    void a_lost_index_is_made_anew() throws Exception {
        awa.say(awa.talkTo(server.signIn("ibrahim")), "Bonjour");
        awaited(awa, "bonjour");
        server = startedWithout("search.db");
        awa = awa.at(server);
        assertThat(awaited(awa, "onjou").text("/results/0/message/content")).isEqualTo("Bonjour");
    }

    private RunningServer startedWithout(String file) throws Exception {
        return server.again(
                folder -> {
                    try {
                        Files.writeString(folder.resolve(file), "this is no index");
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
