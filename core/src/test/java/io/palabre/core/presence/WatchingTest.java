// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import static io.palabre.core.presence.Availability.AVAILABLE;
import static io.palabre.core.presence.Availability.BUSY;
import static io.palabre.core.presence.Availability.OFFLINE;
import static io.palabre.core.presence.Stage.ALICE;
import static io.palabre.core.presence.Stage.BOB;
import static io.palabre.core.presence.Stage.CAROL;
import static io.palabre.core.presence.Stage.DESK;
import static io.palabre.core.presence.Stage.PHONE;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.Ulid;
import io.palabre.core.people.Status;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchingTest {

    private final Stage stage = Stage.oneNode();

    @BeforeEach
    void alice_is_here() {
        stage.open(ALICE, DESK, "a");
    }

    @Test
    void the_answer_says_what_is_so_now() {
        assertThat(stage.watch("a", BOB)).isEqualTo(answer(new Sighting(BOB, Presence.OFFLINE)));
        stage.open(BOB, PHONE, "b");
        assertThat(stage.watch("a", BOB))
                .isEqualTo(answer(new Sighting(BOB, Presence.online(AVAILABLE, null, false))));
    }

    private static WatchAnswer answer(Sighting sighting) {
        return new WatchAnswer.Watching(List.of(sighting), Set.of());
    }

    @Test
    void a_quiet_connection_is_told_at_once() {
        stage.watch("a", BOB);
        stage.open(BOB, PHONE, "b");
        assertThat(stage.told("a", BOB)).containsExactly(AVAILABLE);
    }

    @Test
    void a_busy_connection_is_told_in_one_frame_after_250_ms_the_latest_only() {
        stage.watch("a", BOB, CAROL);
        stage.open(BOB, PHONE, "b");
        stage.wish(BOB, Status.BUSY);
        stage.wish(BOB, Status.AWAY);
        stage.wish(BOB, Status.BUSY);
        stage.open(CAROL, PHONE, "c");
        stage.pass(ofMillis(249));
        assertThat(stage.frames("a")).hasSize(1);
        stage.pass(ofMillis(1));
        assertThat(stage.frames("a")).hasSize(2);
        assertThat(stage.told("a", BOB)).containsExactly(AVAILABLE, BUSY);
        assertThat(stage.told("a", CAROL)).containsExactly(AVAILABLE);
    }

    @Test
    void what_changed_back_meanwhile_is_not_told() {
        stage.watch("a", BOB);
        stage.open(BOB, PHONE, "b");
        stage.wish(BOB, Status.BUSY);
        stage.wish(BOB, Status.AVAILABLE);
        stage.pass(ofSeconds(1));
        assertThat(stage.told("a", BOB)).containsExactly(AVAILABLE);
    }

    @Test
    void a_reload_within_the_linger_tells_nobody() {
        stage.open(BOB, PHONE, "b");
        stage.watch("a", BOB);
        stage.close("b");
        stage.pass(ofMillis(1_500));
        stage.open(BOB, PHONE, "b2");
        stage.pass(ofSeconds(10));
        assertThat(stage.frames("a")).isEmpty();
    }

    @Test
    void watching_anew_replaces_whom_one_watched() {
        stage.watch("a", BOB);
        stage.watch("a", CAROL);
        stage.open(BOB, PHONE, "b");
        stage.open(CAROL, PHONE, "c");
        assertThat(stage.told("a", BOB)).isEmpty();
        assertThat(stage.told("a", CAROL)).containsExactly(AVAILABLE);
    }

    @Test
    void whom_one_may_not_watch_is_named_and_not_watched() {
        var answer = stage.roster.watch(DeviceId.socket("a"), Set.of(BOB, CAROL), CAROL::equals);
        assertThat(answer)
                .isEqualTo(
                        new WatchAnswer.Watching(
                                List.of(new Sighting(CAROL, Presence.OFFLINE)), Set.of(BOB)));
        stage.open(BOB, PHONE, "b");
        assertThat(stage.frames("a")).isEmpty();
    }

    @Test
    void more_than_500_are_refused_and_what_was_watched_stays() {
        stage.watch("a", BOB);
        var many =
                LongStream.range(0, 501)
                        .mapToObj(i -> new PersonId(new Ulid(9, i)))
                        .collect(Collectors.toSet());
        assertThat(stage.roster.watch(DeviceId.socket("a"), many, _ -> true))
                .isEqualTo(new WatchAnswer.TooMany(500));
        stage.open(BOB, PHONE, "b");
        assertThat(stage.told("a", BOB)).containsExactly(AVAILABLE);
    }

    @Test
    void a_relation_that_ends_ends_the_watching_both_ways() {
        stage.open(BOB, PHONE, "b");
        stage.watch("a", BOB);
        stage.watch("b", ALICE);
        stage.roster.sever(ALICE, BOB);
        stage.wish(ALICE, Status.BUSY);
        stage.wish(BOB, Status.BUSY);
        stage.pass(ofSeconds(1));
        assertThat(stage.all(Effect.Tell.class)).isEmpty();
    }

    @Test
    void a_closed_connection_is_told_nothing_and_cannot_watch() {
        stage.watch("a", BOB);
        stage.close("a");
        stage.watch("a", BOB);
        stage.open(BOB, PHONE, "b");
        stage.pass(ofSeconds(1));
        assertThat(stage.frames("a")).isEmpty();
    }

    @Test
    void the_invisible_are_told_of_as_gone_and_then_not_at_all() {
        stage.open(BOB, PHONE, "b");
        stage.watch("a", BOB);
        stage.wish(BOB, Status.INVISIBLE);
        stage.pass(ofSeconds(1));
        stage.close("b");
        stage.pass(ofSeconds(10));
        assertThat(stage.told("a", BOB)).containsExactly(OFFLINE);
    }

    @Test
    void a_slow_connection_is_told_later_what_is_true_then() {
        stage.watch("a", BOB);
        stage.open(BOB, PHONE, "b");
        stage.did(stage.roster.untold(stage.frames("a").getFirst(), stage.now()));
        stage.wish(BOB, Status.BUSY);
        stage.pass(ofMillis(250));
        assertThat(stage.told("a", BOB)).containsExactly(AVAILABLE, BUSY);
    }
}
