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

/// A group and its people, by REST and as the sockets hear it.
class GroupTest {
    private final RunningServer server = RunningServer.with("owner", "helper", "guest");
    private final Someone owner = server.signIn("owner");
    private final Someone helper = server.signIn("helper");
    private final Someone guest = server.signIn("guest");

    @AfterEach
    void stop() {
        server.close();
    }

    private String wish(String more) {
        return "{\"type\":\"group\",\"title\":\"Port\",\"memberIds\":[\"%s\",\"%s\"]%s}"
                .formatted(helper.id(), guest.id(), more);
    }

    private String group() {
        return owner.post("/api/conversations", wish("")).text("/conversation/id");
    }

    private static String member(String group, Someone person) {
        return "/api/conversations/%s/members/%s".formatted(group, person.id());
    }

    @Test
    void roles_go_from_hand_to_hand_and_everybody_hears_it() {
        var group = group();
        try (var ear = TestSocket.of(server, guest)) {
            var made = owner.patch(member(group, helper), "{\"role\":\"admin\"}");
            assertThat(made.status()).isEqualTo(200);
            var told = ear.await("conversation_updated");
            assertThat(told.at("/message/system/code").asText()).isEqualTo("role_changed");
            assertThat(told.at("/message/system/userId").asText()).isEqualTo(helper.id());
            assertThat(told.at("/message/system/role").asText()).isEqualTo("admin");

            var title = "{\"title\":\"Quai\",\"avatarUrl\":\"/pictures/quai.png\"}";
            assertThat(helper.patch("/api/conversations/" + group, title).status()).isEqualTo(200);
            var picture =
                    ear.await(
                            "conversation_updated",
                            e -> e.at("/message/system/code").asText().equals("picture_changed"));
            assertThat(picture.at("/conversation/avatarUrl").asText())
                    .isEqualTo("/pictures/quai.png");
            assertThat(picture.at("/conversation/title").asText()).isEqualTo("Quai");

            owner.patch(member(group, helper), "{\"role\":\"owner\"}");
            assertThat(owner.get("/api/conversations/" + group).text("/me/role"))
                    .isEqualTo("admin");
            assertThat(helper.get("/api/conversations/" + group).text("/me/role"))
                    .isEqualTo("owner");
        }
    }

    @Test
    void an_administrator_does_not_touch_the_owner_nor_appoint() {
        var group = group();
        owner.patch(member(group, helper), "{\"role\":\"admin\"}");
        assertThat(helper.delete(member(group, owner)).status()).isEqualTo(403);
        assertThat(helper.patch(member(group, guest), "{\"role\":\"admin\"}").status())
                .isEqualTo(403);
        assertThat(helper.delete(member(group, guest)).status()).isEqualTo(204);
        assertThat(owner.patch(member(group, owner), "{\"role\":\"member\"}").code())
                .isEqualTo("owner_required");
        assertThat(owner.patch(member(group, helper), "{\"role\":\"king\"}").status())
                .isEqualTo(400);
    }

    @Test
    void a_double_click_makes_one_group() throws Exception {
        var wish = wish(",\"clientId\":\"click\"");
        var answers = new ArrayList<Someone.Reply>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var ear = TestSocket.of(server, guest)) {
            var clicks =
                    Collections.nCopies(
                            12,
                            (Callable<Someone.Reply>) () -> owner.post("/api/conversations", wish));
            for (var click : threads.invokeAll(clicks)) answers.add(click.get());
            ear.await("new_conversation");
        }
        assertThat(answers.stream().map(answer -> answer.text("/conversation/id")).distinct())
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(11);
        assertThat(guest.get("/api/conversations").body().at("/conversations")).hasSize(1);
        var other = wish(",\"clientId\":\"click\"").replace("Port", "Quai");
        assertThat(owner.post("/api/conversations", other).code()).isEqualTo("cid_conflict");
    }
}
