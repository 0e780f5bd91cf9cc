// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import static io.palabre.core.presence.Stage.ALICE;
import static io.palabre.core.presence.Stage.BOB;
import static io.palabre.core.presence.Stage.DESK;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.people.Status;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private final Stage stage = Stage.oneNode();

    private Explanation alice() {
        return stage.roster.explain(ALICE, stage.now());
    }

    @Test
    void it_names_each_device_with_its_transport_age_and_activity() {
        stage.open(ALICE, DESK, "a");
        stage.pass(ofMinutes(2));
        stage.did(stage.roster.active(DeviceId.socket("a"), ofSeconds(20), stage.now()));
        assertThat(alice().devices())
                .containsExactly(
                        new Explanation.DeviceReport(
                                Stage.socket(ALICE, DESK, "a"),
                                Hold.OPEN,
                                ofMinutes(2),
                                ofSeconds(20),
                                null));
    }

    @Test
    void it_says_how_long_a_device_still_counts() {
        stage.heartbeat(ALICE, DESK);
        stage.pass(ofSeconds(15));
        assertThat(alice().devices())
                .map(Explanation.DeviceReport::left)
                .containsExactly(ofSeconds(60));
    }

    @Test
    void it_says_why() {
        assertThat(alice().reason()).isEqualTo(Explanation.Reason.NO_DEVICE);
        stage.open(ALICE, DESK, "a");
        assertThat(alice().reason()).isEqualTo(Explanation.Reason.ACTIVE);
        stage.pass(ofMinutes(5));
        assertThat(alice().reason()).isEqualTo(Explanation.Reason.ALL_DEVICES_IDLE);
        stage.wish(ALICE, Status.BUSY);
        assertThat(alice().reason()).isEqualTo(Explanation.Reason.STATUS_BY_CHOICE);
        stage.wish(ALICE, Status.INVISIBLE);
        assertThat(alice().reason()).isEqualTo(Explanation.Reason.INVISIBLE_BY_CHOICE);
        stage.wish(ALICE, Status.AVAILABLE);
        stage.close("a");
        assertThat(alice().reason()).isEqualTo(Explanation.Reason.JUST_CLOSED);
    }

    @Test
    void in_a_cluster_it_says_when_others_cannot_be_heard() {
        var node = Stage.node("here");
        var bob = node.roster.explain(BOB, node.now());
        assertThat(bob.reason()).isEqualTo(Explanation.Reason.OTHER_NODES_UNKNOWN);
        node.receive(new Bulletin.Beat(new NodeId("there"), 7, 3));
        assertThat(node.roster.explain(BOB, node.now()).elsewhere())
                .map(Explanation.NodeReport::trusted)
                .containsExactly(false);
    }
}
