// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Buyers and sellers about products.
class ProductTest {
    private final RunningServer server =
            RunningServer.with("buyer", "seller", "other", "administrator");
    private final Someone buyer = server.signIn("buyer");
    private final Someone seller = server.signIn("seller");
    private final Someone host = server.signIn("administrator");

    @AfterEach
    void stop() {
        server.close();
    }

    private Someone.Reply put(String id, String fields) {
        return host.send(
                "PUT",
                "/api/products/" + id,
                "{\"sellerId\":\"%s\"%s}".formatted(seller.id(), fields));
    }

    private static Someone.Reply ask(Someone by, String product, Someone whom) {
        return by.post(
                "/api/messages/conversations",
                "{\"productId\":\"%s\",\"sellerId\":\"%s\"}".formatted(product, whom.id()));
    }

    @Test
    void many_clicks_at_once_open_one_conversation_and_the_seller_hears_of_it_once()
            throws Exception {
        put("panier", ",\"title\":\"Panier\",\"price\":18000,\"currency\":\"XOF\"");
        var answers = new ArrayList<Someone.Reply>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var ear = TestSocket.of(server, seller)) {
            Callable<Someone.Reply> click = () -> ask(buyer, "panier", seller);
            for (var answer : threads.invokeAll(Collections.nCopies(16, click))) {
                answers.add(answer.get());
            }
            var talk = answers.getFirst().text("/conversation/id");
            buyer.say(talk, "Toujours disponible ?");
            ear.await("new_message");
            assertThat(ear.heard("new_conversation")).hasSize(1);
            var told = ear.heard("new_conversation").getFirst();
            assertThat(told.at("/conversation/type").asText()).isEqualTo("product");
            assertThat(told.at("/conversation/product/sellerId").asText()).isEqualTo(seller.id());
            assertThat(told.at("/conversation/product/price").decimalValue()).isEqualTo("18000");
        }
        assertThat(answers.stream().map(answer -> answer.text("/conversation/id")).distinct())
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
    }

    @Test
    void it_is_refused_with_oneself_with_another_seller_and_about_nothing() {
        put("panier", ",\"title\":\"Panier\"");
        assertThat(ask(seller, "panier", seller).code()).isEqualTo("self_conversation");
        assertThat(ask(buyer, "panier", host).code()).isEqualTo("wrong_seller");
        assertThat(ask(buyer, "chaise", seller).code()).isEqualTo("product_not_found");
        assertThat(ask(buyer, "a/../b", seller).code()).isEqualTo("product_not_found");
        var mixed = "{\"productId\":\"panier\",\"userId\":\"%s\"}".formatted(seller.id());
        assertThat(buyer.post("/api/conversations", mixed).status()).isEqualTo(400);
    }

    @Test
    void a_conversation_shows_the_product_as_it_is_now() {
        put("panier", ",\"title\":\"Panier\"");
        var talk = ask(buyer, "panier", seller).text("/conversation/id");
        put("panier", ",\"title\":\"Panier vert\",\"price\":49.90,\"currency\":\"EUR\"");
        var product = seller.get("/api/conversations/" + talk).body().at("/conversation/product");
        assertThat(product.at("/title").asText()).isEqualTo("Panier vert");
        assertThat(product.at("/price").asText()).isEqualTo("49.9");
        var found = buyer.get("/api/conversations?search=vert").body().at("/conversations");
        assertThat(found).hasSize(1);
    }

    @Test
    void what_makes_no_sense_of_a_product_is_refused() {
        for (var fields :
                new String[] {
                    ",\"title\":\" \"",
                    ",\"title\":\"a\",\"price\":1",
                    ",\"title\":\"a\",\"price\":-1,\"currency\":\"EUR\"",
                    ",\"title\":\"a\",\"price\":1e2147483647,\"currency\":\"EUR\"",
                    ",\"title\":\"a\",\"price\":1e-9,\"currency\":\"EUR\"",
                    ",\"title\":\"a\",\"price\":1,\"currency\":\"euro\"",
                    ",\"title\":\"a\",\"imageUrl\":\"javascript:alert(1)\"",
                    ",\"title\":\"a\",\"url\":\"http://x\""
                }) {
            assertThat(put("p", fields).status()).as(fields).isEqualTo(400);
        }
        assertThat(
                        put("p", ",\"title\":\"a\",\"price\":1e3,\"currency\":\"EUR\"")
                                .text("/product/price"))
                .isEqualTo("1000");
        assertThat(put("p%20q", ",\"title\":\"a\"").status()).isEqualTo(404);
    }
}
