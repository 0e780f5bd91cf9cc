// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.Contract;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Telling the moderators.
class ReportTest {
    private final Contract contract = Contract.read();
    private final RunningServer server =
            RunningServer.with("awa", "ibrahim", "claire", "administrator");
    private final Someone awa = server.signIn("awa");
    private final Someone ibrahim = server.signIn("ibrahim");
    private final Someone claire = server.signIn("claire");
    private final Someone moderator = server.signIn("administrator");

    @AfterEach
    void stop() {
        server.close();
    }

    private static Someone.Reply report(Someone by, String what, String id) {
        return by.post(
                "/api/reports",
                "{\"%s\":\"%s\",\"reason\":\"abuse\",\"text\":\"Voyez\"}".formatted(what, id));
    }

    @Test
    void a_reported_message_is_kept_though_it_is_deleted_afterwards() {
        var talk = awa.talkTo(ibrahim);
        long seq = ibrahim.say(talk, "menace");
        var message = "%s-%d".formatted(talk, seq);
        var filed = report(awa, "messageId", message);
        contract.check("POST", "/api/reports", filed);
        assertThat(filed.status()).isEqualTo(201);
        assertThat(report(awa, "messageId", message).text("/report/id"))
                .isEqualTo(filed.text("/report/id"));
        ibrahim.delete("/api/messages/" + message);

        var list = moderator.get("/api/admin/reports");
        contract.check("GET", "/api/admin/reports", list);
        assertThat(list.body().at("/reports")).hasSize(1);
        assertThat(list.text("/reports/0/excerpt")).isEqualTo("menace");
        assertThat(list.text("/reports/0/userId")).isEqualTo(ibrahim.id());
        assertThat(list.text("/reports/0/text")).isEqualTo("Voyez");
        assertThat(list.body().at("/users").findValuesAsText("username"))
                .containsExactlyInAnyOrder("awa", "ibrahim");
    }

    @Test
    void a_moderator_closes_it_and_nobody_else() {
        var id = report(awa, "userId", ibrahim.id()).text("/report/id");
        var path = "/api/admin/reports/" + id;
        assertThat(awa.get("/api/admin/reports").status()).isEqualTo(403);
        assertThat(awa.patch(path, "{\"state\":\"closed\"}").status()).isEqualTo(403);
        assertThat(moderator.patch(path, "{\"state\":\"open\"}").status()).isEqualTo(400);
        var closed = moderator.patch(path, "{\"state\":\"closed\"}");
        contract.check("PATCH", "/api/admin/reports/{reportId}", closed);
        assertThat(closed.text("/report/closedBy")).isEqualTo(moderator.id());
        assertThat(moderator.get("/api/admin/reports").body().at("/reports")).isEmpty();
        assertThat(moderator.get("/api/admin/reports?state=closed").body().at("/reports"))
                .hasSize(1);
        assertThat(report(awa, "userId", ibrahim.id()).text("/report/id")).isNotEqualTo(id);
    }

    @Test
    void one_reports_what_one_sees_and_nothing_else() {
        var talk = awa.talkTo(ibrahim);
        long seq = ibrahim.say(talk, "entre nous");
        assertThat(report(claire, "messageId", "%s-%d".formatted(talk, seq)).code())
                .isEqualTo("message_not_found");
        assertThat(report(claire, "conversationId", talk).status()).isEqualTo(404);
        assertThat(report(awa, "conversationId", talk).status()).isEqualTo(201);
        assertThat(report(awa, "userId", awa.id()).code()).isEqualTo("person_not_found");
        assertThat(report(awa, "userId", "nobody").code()).isEqualTo("person_not_found");
        for (var wish :
                new String[] {
                    "{\"reason\":\"spam\"}",
                    "{\"userId\":\"%s\"}".formatted(ibrahim.id()),
                    "{\"userId\":\"%s\",\"reason\":\"mood\"}".formatted(ibrahim.id()),
                    "{\"userId\":\"%s\",\"conversationId\":\"%s\",\"reason\":\"spam\"}"
                            .formatted(ibrahim.id(), talk)
                }) {
            assertThat(awa.post("/api/reports", wish).status()).as(wish).isEqualTo(400);
        }
    }
}
