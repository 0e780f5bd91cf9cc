// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import static io.palabre.core.presence.Stage.ALICE;
import static io.palabre.core.presence.Stage.DESK;
import static io.palabre.core.presence.Stage.START;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.people.Status;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TracesTest {

    private final Stage stage = Stage.oneNode();

    @Test
    void what_happens_within_30_seconds_is_stored_at_once_the_latest_of_each_person() {
        stage.open(ALICE, DESK, "a");
        stage.pass(ofSeconds(10));
        stage.close("a");
        stage.pass(ofSeconds(19));
        assertThat(stage.all(Effect.Store.class)).isEmpty();
        stage.pass(ofSeconds(1));
        assertThat(stage.stored(ALICE))
                .containsExactly(new Trace(ALICE, START.plusSeconds(10), START));
    }

    @Test
    void last_seen_is_when_the_last_device_closed_and_not_when_that_was_believed() {
        stage.open(ALICE, DESK, "a");
        stage.pass(ofSeconds(10));
        stage.close("a");
        stage.pass(ofSeconds(2));
        assertThat(stage.roster.presence(ALICE)).isEqualTo(Presence.offline(START.plusSeconds(10)));
    }

    @Test
    void without_a_socket_last_seen_is_the_last_heartbeat() {
        stage.heartbeat(ALICE, DESK);
        stage.pass(ofSeconds(20));
        stage.heartbeat(ALICE, DESK);
        stage.pass(ofSeconds(75));
        assertThat(stage.roster.presence(ALICE).lastSeen()).isEqualTo(START.plusSeconds(20));
    }

    @Test
    void both_times_freeze_when_a_person_goes_invisible() {
        stage.open(ALICE, DESK, "a");
        stage.pass(ofMinutes(1));
        stage.wish(ALICE, Status.INVISIBLE);
        stage.pass(ofMinutes(1));
        stage.did(stage.roster.active(DeviceId.socket("a"), Duration.ZERO, stage.now()));
        stage.close("a");
        stage.pass(ofMinutes(5));
        assertThat(stage.stored(ALICE))
                .map(Trace::lastSeen)
                .last()
                .isEqualTo(START.plusSeconds(60));
        assertThat(stage.stored(ALICE))
                .map(Trace::lastActive)
                .filteredOn(Objects::nonNull)
                .containsOnly(START);
    }

    @Test
    void who_comes_invisible_leaves_no_trace() {
        stage.open(ALICE, DESK, "a", new Wish(Status.INVISIBLE, null));
        stage.pass(ofMinutes(2));
        stage.close("a");
        stage.pass(ofMinutes(2));
        assertThat(stage.stored(ALICE)).isEmpty();
    }

    @Test
    void a_node_that_goes_down_in_good_order_stores_what_it_has() {
        stage.open(ALICE, DESK, "a");
        stage.pass(ofSeconds(5));
        stage.did(stage.roster.close(stage.now()));
        assertThat(stage.stored(ALICE))
                .containsExactly(new Trace(ALICE, START.plusSeconds(5), START));
    }
}
