// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import static io.palabre.core.presence.Availability.AVAILABLE;
import static io.palabre.core.presence.Availability.BUSY;
import static io.palabre.core.presence.Availability.OFFLINE;
import static io.palabre.core.presence.Availability.UNKNOWN;
import static io.palabre.core.presence.Stage.ALICE;
import static io.palabre.core.presence.Stage.BOB;
import static io.palabre.core.presence.Stage.DESK;
import static io.palabre.core.presence.Stage.START;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.people.Status;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One node, here, and what it hears of another, there.
class ClusterTest {

    private static final NodeId HERE = new NodeId("here");
    private static final NodeId THERE = new NodeId("there");

    private final Stage stage = Stage.node("here");
    private boolean busIsDown;
    private boolean thereIsSilent;
    private long epochThere = 7;
    private long nThere;

    /// Lets time pass in steps while both nodes beat.
    private void pass(Duration time) {
        for (var left = time; left.isPositive(); left = left.minusMillis(100)) {
            var known = stage.effects.size();
            stage.pass(ofMillis(100));
            if (!busIsDown) {
                List.copyOf(stage.effects.subList(known, stage.effects.size()))
                        .forEach(this::loopBack);
                if (!thereIsSilent) {
                    stage.receive(new Bulletin.Beat(THERE, epochThere, nThere));
                }
            }
        }
    }

    private void loopBack(Effect effect) {
        if (effect instanceof Effect.Publish(Bulletin.Beat beat)) {
            stage.receive(beat);
        }
    }

    private Bulletin.Delta delta(Presence bob) {
        nThere++;
        return new Bulletin.Delta(THERE, epochThere, nThere, new Sighting(BOB, bob));
    }

    private static Presence online(Availability how) {
        return Presence.online(how, null, false);
    }

    private void snapshot(Sighting... online) {
        var part = new Bulletin.Part(0, 1, List.of(online));
        stage.receive(new Bulletin.Snapshot(THERE, epochThere, nThere, part));
    }

    private long asks() {
        return stage.published().stream().filter(new Bulletin.Ask(HERE, THERE)::equals).count();
    }

    private void bobIsThere() {
        pass(ofSeconds(9));
        stage.receive(delta(online(AVAILABLE)));
        assertThat(stage.shown(BOB)).isEqualTo(AVAILABLE);
    }

    @Test
    void until_others_had_time_to_be_heard_everybody_elsewhere_is_unknown() {
        pass(ofSeconds(6));
        assertThat(stage.shown(BOB)).isEqualTo(UNKNOWN);
        pass(ofSeconds(2));
        assertThat(stage.shown(BOB)).isEqualTo(OFFLINE);
    }

    @Test
    void what_changes_here_is_published_with_dense_numbers() {
        stage.open(ALICE, DESK, "a");
        stage.wish(ALICE, Status.BUSY);
        assertThat(stage.published())
                .filteredOn(Bulletin.Delta.class::isInstance)
                .containsExactly(
                        new Bulletin.Delta(HERE, 100, 1, new Sighting(ALICE, online(AVAILABLE))),
                        new Bulletin.Delta(HERE, 100, 2, new Sighting(ALICE, online(BUSY))));
    }

    @Test
    void the_invisible_are_never_published() {
        stage.open(ALICE, DESK, "a", new Wish(Status.INVISIBLE, "hush"));
        stage.receive(new Bulletin.Ask(THERE, HERE));
        stage.close("a");
        pass(ofSeconds(5));
        assertThat(stage.published()).noneMatch(Bulletin.Delta.class::isInstance);
        assertThat(stage.published())
                .contains(new Bulletin.Snapshot(HERE, 100, 0, new Bulletin.Part(0, 1, List.of())));
    }

    @Test
    void a_long_snapshot_comes_in_parts_and_counts_when_all_are_here() {
        pass(ofSeconds(9));
        nThere = 2;
        var bob = new Sighting(BOB, online(AVAILABLE));
        var last = new Bulletin.Part(1, 2, List.of(bob));
        stage.receive(new Bulletin.Snapshot(THERE, epochThere, 2, last));
        assertThat(stage.shown(BOB)).isEqualTo(OFFLINE);
        var first = new Bulletin.Part(0, 2, List.of(new Sighting(ALICE, online(BUSY))));
        stage.receive(new Bulletin.Snapshot(THERE, epochThere, 2, first));
        assertThat(stage.shown(BOB)).isEqualTo(AVAILABLE);
        assertThat(stage.shown(ALICE)).isEqualTo(BUSY);
    }

    @Test
    void of_two_nodes_the_higher_presence_holds() {
        bobIsThere();
        stage.open(BOB, DESK, "b", new Wish(Status.BUSY, null));
        assertThat(stage.shown(BOB)).isEqualTo(BUSY);
    }

    @Test
    void repeats_and_the_words_of_an_earlier_life_are_ignored() {
        pass(ofSeconds(9));
        var arrival = delta(online(AVAILABLE));
        stage.receive(arrival);
        stage.receive(delta(online(BUSY)));
        stage.receive(arrival);
        stage.receive(
                new Bulletin.Delta(THERE, epochThere - 1, 3, new Sighting(BOB, Presence.OFFLINE)));
        pass(ofSeconds(2));
        assertThat(stage.shown(BOB)).isEqualTo(BUSY);
    }

    @Test
    void what_comes_out_of_order_waits_for_what_is_missing() {
        pass(ofSeconds(9));
        var first = delta(online(AVAILABLE));
        var second = delta(online(BUSY));
        stage.receive(second);
        assertThat(stage.shown(BOB)).isEqualTo(OFFLINE);
        stage.receive(first);
        assertThat(stage.shown(BOB)).isEqualTo(BUSY);
    }

    @Test
    void a_beat_tells_of_a_lost_change_and_a_snapshot_repairs_it() {
        pass(ofSeconds(9));
        assertThat(asks()).isZero();
        nThere = 1;
        pass(ofMillis(100));
        assertThat(asks()).isEqualTo(1);
        snapshot(new Sighting(BOB, online(AVAILABLE)));
        assertThat(stage.shown(BOB)).isEqualTo(AVAILABLE);
    }

    @Test
    void a_departure_is_believed_after_1200_ms() {
        bobIsThere();
        stage.receive(delta(Presence.offline(START)));
        pass(ofMillis(1_100));
        assertThat(stage.shown(BOB)).isEqualTo(AVAILABLE);
        pass(ofMillis(100));
        assertThat(stage.roster.presence(BOB)).isEqualTo(Presence.offline(START));
    }

    @Test
    void moving_from_one_node_to_another_is_not_seen() {
        bobIsThere();
        stage.open(ALICE, DESK, "a");
        stage.watch("a", BOB);
        stage.receive(delta(Presence.OFFLINE));
        pass(ofSeconds(1));
        stage.open(BOB, DESK, "b");
        pass(ofSeconds(5));
        assertThat(stage.frames("a")).isEmpty();
    }

    @Test
    void a_node_that_is_silent_for_7_seconds_has_nobody() {
        bobIsThere();
        thereIsSilent = true;
        pass(ofSeconds(8));
        assertThat(stage.shown(BOB)).isEqualTo(AVAILABLE);
        pass(ofMillis(300));
        assertThat(stage.shown(BOB)).isEqualTo(OFFLINE);
    }

    @Test
    void people_of_a_node_that_restarts_have_3_seconds_to_come_back() {
        bobIsThere();
        epochThere++;
        nThere = 0;
        pass(ofMillis(2_900));
        assertThat(stage.shown(BOB)).isEqualTo(AVAILABLE);
        pass(ofMillis(300));
        assertThat(stage.shown(BOB)).isEqualTo(OFFLINE);
    }

    @Test
    void while_the_own_beats_do_not_come_back_others_are_unknown_and_not_offline() {
        bobIsThere();
        stage.open(ALICE, DESK, "a");
        busIsDown = true;
        pass(ofSeconds(20));
        assertThat(stage.shown(BOB)).isEqualTo(UNKNOWN);
        assertThat(stage.shown(ALICE)).isEqualTo(AVAILABLE);
    }

    @Test
    void after_an_outage_an_old_view_is_shown_once_a_beat_confirms_it() {
        bobIsThere();
        busIsDown = true;
        pass(ofSeconds(5));
        busIsDown = false;
        thereIsSilent = true;
        pass(ofSeconds(2));
        assertThat(stage.shown(BOB)).isEqualTo(UNKNOWN);
        thereIsSilent = false;
        pass(ofMillis(100));
        assertThat(stage.shown(BOB)).isEqualTo(AVAILABLE);
    }

    @Test
    void a_node_that_slept_for_longer_than_3_seconds_closes_everything_and_begins_a_new_life() {
        stage.open(ALICE, DESK, "a");
        pass(ofSeconds(2));
        stage.sleep(ofMillis(4_100));
        stage.did(stage.roster.tick(stage.now()));
        assertThat(stage.all(Effect.CloseAll.class)).hasSize(1);
        assertThat(stage.published()).last().isEqualTo(new Bulletin.Beat(HERE, 101, 0));
        assertThat(stage.roster.explain(ALICE, stage.now()).devices()).isEmpty();
    }

    @Test
    void a_node_that_slept_for_less_goes_on() {
        stage.open(ALICE, DESK, "a");
        pass(ofSeconds(2));
        stage.sleep(ofMillis(2_900));
        stage.did(stage.roster.tick(stage.now()));
        assertThat(stage.all(Effect.CloseAll.class)).isEmpty();
        assertThat(stage.shown(ALICE)).isEqualTo(AVAILABLE);
    }

    @Test
    void a_node_gives_up_its_people_before_the_others_do() {
        var rules = ClusterRules.STANDARD;
        assertThat(rules.fence().plus(rules.beat().multipliedBy(3))).isLessThan(rules.ttl());
        assertThat(rules.confirm()).isGreaterThan(rules.beat());
        assertThat(rules.deaf()).isGreaterThan(rules.beat().multipliedBy(2));
        assertThat(rules.comeBack()).isGreaterThan(LocalRules.STANDARD.linger());
    }
}
