// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.Contract;
import io.palabre.server.testing.Pictures;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The pictures of groups, over real HTTP and as the sockets hear of them.
class GroupPictureTest {
    private static final String ROUTE = "/api/conversations/{conversationId}/picture";

    private final Contract contract = Contract.read();
    private RunningServer server = RunningServer.with("owner", "helper", "guest", "stranger");
    private final Someone owner = server.signIn("owner");
    private final Someone helper = server.signIn("helper");
    private final Someone guest = server.signIn("guest");
    private final Someone stranger = server.signIn("stranger");
    private final String group = owner.group("Port", helper, guest);
    private final String picture = "/api/conversations/%s/picture".formatted(group);

    @AfterEach
    void stop() {
        server.close();
    }

    private Someone.Reply sent(Someone by, byte[] bytes) {
        var reply = by.send("PUT", picture, bytes);
        contract.check("PUT", ROUTE, reply);
        return reply;
    }

    private String address() {
        return guest.get("/api/conversations/" + group).text("/conversation/avatarUrl");
    }

    @Test
    void an_administrator_gives_a_group_its_picture_and_everybody_in_it_hears_of_it() {
        owner.patch(
                "/api/conversations/%s/members/%s".formatted(group, helper.id()),
                "{\"role\":\"admin\"}");
        try (var ear = TestSocket.of(server, guest)) {
            var reply = sent(helper, Pictures.png(1_000, 400));
            assertThat(reply.status()).isEqualTo(200);
            var told =
                    ear.await(
                            "conversation_updated",
                            e -> e.at("/message/system/code").asText().equals("picture_changed"));
            assertThat(told.at("/conversation/avatarUrl").asText())
                    .isEqualTo(reply.text("/conversation/avatarUrl"))
                    .isEqualTo(address());
        }
        var seen = guest.fetch(address());
        assertThat(seen.headers().firstValue("Content-Type")).contains("image/jpeg");
        var square = Pictures.read(seen.body());
        assertThat(square.getWidth()).isEqualTo(square.getHeight()).isLessThanOrEqualTo(320);
    }

    @Test
    void who_is_not_in_it_does_not_see_it_and_who_does_not_lead_it_does_not_change_it() {
        sent(owner, Pictures.png(40, 40));
        var before = address();
        assertThat(stranger.fetch(before).statusCode()).isEqualTo(404);
        assertThat(server.nobody().fetch(before).statusCode()).isEqualTo(401);
        assertThat(sent(guest, Pictures.png(30, 30)).code()).isEqualTo("not_allowed");
        assertThat(sent(stranger, Pictures.png(30, 30)).status()).isEqualTo(404);
        assertThat(guest.delete(picture).status()).isEqualTo(403);
        assertThat(address()).isEqualTo(before);
        guest.post("/api/conversations/%s/leave".formatted(group), "");
        assertThat(guest.fetch(before).statusCode()).isEqualTo(404);
    }

    @Test
    void what_a_group_does_not_show_any_more_is_not_there() {
        sent(owner, Pictures.png(40, 40));
        var first = address();
        sent(owner, Pictures.jpeg(30, 30));
        assertThat(address()).isNotEqualTo(first);
        var gone = owner.delete(picture);
        contract.check("DELETE", ROUTE, gone);
        assertThat(address()).isEmpty();
        assertThat(owner.fetch(picture).statusCode()).isEqualTo(404);
        sent(owner, Pictures.png(40, 40));
        owner.patch("/api/conversations/" + group, "{\"avatarUrl\":\"/pictures/quay.png\"}");
        assertThat(owner.fetch(picture).statusCode()).isEqualTo(404);
    }

    @Test
    void a_private_conversation_has_none_and_what_is_no_picture_changes_nothing() {
        var talk =
                owner.post(
                                "/api/conversations",
                                "{\"type\":\"private\",\"userId\":\"%s\"}".formatted(guest.id()))
                        .text("/conversation/id");
        var none = "/api/conversations/%s/picture".formatted(talk);
        var refused = owner.send("PUT", none, Pictures.png(8, 8));
        contract.check("PUT", ROUTE, refused);
        assertThat(refused.code()).isEqualTo("not_a_group");
        assertThat(sent(owner, "<svg/>".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(415);
        assertThat(address()).isEmpty();
    }

    @Test
    void it_outlives_the_server() throws Exception {
        sent(owner, Pictures.png(40, 40));
        var there = address();
        server = server.again();
        assertThat(guest.at(server).fetch(there).statusCode()).isEqualTo(200);
    }
}
