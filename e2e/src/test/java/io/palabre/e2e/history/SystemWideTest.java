// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

import static io.palabre.e2e.history.HandMade.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The promises about who sees what, about changes, files, other pasts and trouble: each check
/// fires on a run that breaks its promise and is silent on one that keeps it.
class SystemWideTest {
    private static final String WHO = "looker";
    private final HandMade run = HandMade.talk();

    // ---- I10

    @Test
    void members_may_see_all_from_their_joining_to_their_leaving() {
        withEve();
        run.seen("eve", Via.PUSH, run.log.get(6)).seen("eve", Via.PUSH, run.log.get(7));
        run.seen("eve", Via.PUSH, run.log.get(8));
        assertThat(broken()).isEmpty();
    }

    @Test
    void what_was_said_before_somebody_came_breaks_i10() {
        withEve();
        run.seen("eve", Via.SYNC, run.log.get(5));
        assertThat(broken()).containsExactly(Invariant.I10);
    }

    @Test
    void what_was_said_after_somebody_left_breaks_i10() {
        withEve();
        run.invoke("ann", "a5").log("ann", "a5").ok("ann", "a5", 10);
        run.seen("eve", Via.PUSH, run.log.get(9));
        assertThat(broken()).containsExactly(Invariant.I10);
    }

    @Test
    void a_change_that_shows_an_older_message_breaks_i10() {
        withEve();
        shown("eve", 5, "text of a3", run.tick());
        assertThat(broken()).containsExactly(Invariant.I10);
    }

    // ---- I12

    @Test
    void the_last_change_is_shown() {
        edited();
        shown("bob", 5, "second", run.tick());
        assertThat(broken()).isEmpty();
    }

    @Test
    void an_earlier_change_breaks_i12() {
        edited();
        shown("bob", 5, "first", run.tick());
        assertThat(broken()).containsExactly(Invariant.I12);
    }

    @Test
    void what_was_asked_for_before_the_change_may_show_the_earlier() {
        var before = run.now();
        edited();
        shown("bob", 5, "first", before);
        assertThat(broken()).isEmpty();
    }

    @Test
    void words_that_come_back_after_a_deletion_break_i12() {
        edited();
        run.act("ann", new Deed.Deleted(5));
        run.add(new Op.Changed(run.tick(), "bob", ROOM, 5, 9));
        shown("ann", 5, null, run.tick());
        assertThat(broken()).isEmpty();
        shown("ann", 5, "second", run.tick());
        assertThat(broken()).containsExactly(Invariant.I12);
    }

    // ---- I14

    @Test
    void a_message_of_one_who_is_not_a_member_breaks_i14() {
        withEve();
        run.invoke("eve", "e1").log("eve", "e1");
        assertThat(broken()).containsExactly(Invariant.I14);
    }

    @Test
    void a_plain_member_who_removes_somebody_breaks_i14() {
        withEve();
        run.act("bob", new Deed.Removed("ann"));
        assertThat(broken()).containsExactly(Invariant.I14);
    }

    @Test
    void who_was_made_an_administrator_may() {
        withEve();
        run.act("ann", new Deed.Appointed("bob", Deed.Rank.ADMIN));
        run.act("bob", new Deed.Joined(List.of("eve")));
        run.act("bob", new Deed.Removed("eve"));
        assertThat(broken()).isEmpty();
        run.act("bob", new Deed.Removed("ann"));
        assertThat(broken()).containsExactly(Invariant.I14);
    }

    @Test
    void the_words_of_another_changed_break_i14() {
        withEve();
        run.act("bob", new Deed.Edited(5, "not mine"));
        assertThat(broken()).containsExactly(Invariant.I14);
    }

    // ---- I15

    @Test
    void a_file_comes_back_as_it_was() {
        run.add(new Op.Uploaded(run.tick(), "ann", "f", "abc"));
        run.add(new Op.Fetched(run.tick(), "bob", "f", "abc"));
        run.add(new Op.Fetched(run.tick(), "bob", "unfinished", null));
        run.add(new Op.Measured(run.tick(), WHO, Gauge.LEFT_OVER, "bytes", 0, 0));
        assertThat(broken()).isEmpty();
    }

    @Test
    void a_file_that_is_lost_or_altered_breaks_i15() {
        run.add(new Op.Uploaded(run.tick(), "ann", "f", "abc"));
        run.add(new Op.Fetched(run.tick(), "bob", "f", null));
        run.add(new Op.Fetched(run.tick(), "bob", "f", "abd"));
        assertThat(Invariant.I15.violations(run.run())).hasSize(2);
    }

    @Test
    void a_file_that_was_never_whole_breaks_i15() {
        run.add(new Op.Fetched(run.tick(), "bob", "half", "abc"));
        assertThat(broken()).containsExactly(Invariant.I15);
    }

    @Test
    void pieces_that_stay_behind_break_i15() {
        run.add(new Op.Measured(run.tick(), WHO, Gauge.LEFT_OVER, "bytes", 1, 0));
        assertThat(broken()).containsExactly(Invariant.I15);
    }

    // ---- I16

    @Test
    void who_is_told_of_another_past_begins_anew() {
        restored(true);
        assertThat(Invariant.I16.violations(run.run())).isEmpty();
    }

    @Test
    void who_is_not_told_breaks_i16() {
        restored(false);
        assertThat(broken()).contains(Invariant.I16);
    }

    @Test
    void a_cursor_beyond_the_end_of_the_same_history_breaks_i16() {
        run.add(new Op.Greeted(run.tick(), "bob", 2, "one"));
        run.resume("bob", 9);
        assertThat(broken()).containsExactly(Invariant.I16);
    }

    @Test
    void a_number_that_is_given_again_in_the_same_history_breaks_i16() {
        run.add(new Op.Greeted(run.tick(), "bob", 2, "one"));
        run.seen("bob", Via.PAGE, run.log.get(5));
        run.seen("bob", Via.PAGE, new Entry(ROOM, 6, 5, "ann", "other", "other"));
        assertThat(broken()).contains(Invariant.I16);
    }

    // ---- I18, L4

    @Test
    void memory_within_its_bound_breaks_nothing_and_beyond_it_i18() {
        run.add(new Op.Measured(run.tick(), WHO, Gauge.MEMORY, "resident", 10, 10));
        assertThat(broken()).isEmpty();
        run.add(new Op.Measured(run.tick(), WHO, Gauge.MEMORY, "resident", 11, 10));
        assertThat(broken()).containsExactly(Invariant.I18);
    }

    @Test
    void descriptors_that_stay_open_break_l4() {
        run.add(new Op.Measured(run.tick(), WHO, Gauge.AFTERWARDS, "descriptors", 5, 5));
        assertThat(broken()).isEmpty();
        run.add(new Op.Measured(run.tick(), WHO, Gauge.AFTERWARDS, "descriptors", 9, 5));
        assertThat(broken()).containsExactly(Invariant.L4);
    }

    // ---- I20

    @Test
    void a_disk_that_fails_and_heals_breaks_nothing() {
        failing();
        run.invoke("ann", "a5").log("ann", "a5").ok("ann", "a5", 7);
        assertThat(broken()).isEmpty();
    }

    @Test
    void no_answer_while_the_disk_fails_breaks_i20() {
        run.add(new Op.StoreFailing(run.tick(), WHO, "full"));
        run.add(new Op.Asked(run.tick(), WHO, false));
        assertThat(broken()).containsExactly(Invariant.I20);
    }

    @Test
    void nothing_taken_five_seconds_after_the_disk_is_well_breaks_i20() {
        failing();
        run.invoke("ann", "a5");
        run.later(6).log("ann", "a5").ok("ann", "a5", 7);
        assertThat(broken()).containsExactly(Invariant.I20);
    }

    // ---- L1, L2

    @Test
    void all_answered_and_told_after_the_trouble_breaks_nothing() {
        run.add(new Op.Calm(run.tick(), WHO));
        run.invoke("ann", "a5").log("ann", "a5").ok("ann", "a5", 7).push("bob", 7);
        run.followers.add(new Follower("bob", ROOM, 6, 7));
        assertThat(broken()).isEmpty();
    }

    @Test
    void an_answer_that_comes_late_or_never_breaks_l1() {
        run.add(new Op.Calm(run.tick(), WHO));
        run.invoke("ann", "never").invoke("ann", "late");
        run.later(11).unknown("ann", "late");
        assertThat(Invariant.L1.violations(run.run())).hasSize(2);
    }

    @Test
    void what_is_told_late_breaks_l2() {
        run.add(new Op.Calm(run.tick(), WHO));
        run.invoke("ann", "a5").log("ann", "a5").ok("ann", "a5", 7).later(11).push("bob", 7);
        run.followers.add(new Follower("bob", ROOM, 6, 7));
        assertThat(broken()).containsExactly(Invariant.L2);
    }

    /// Eve comes as number 7, hears 8 and leaves with 9.
    private void withEve() {
        run.began();
        run.connect("eve");
        run.act("ann", new Deed.Joined(List.of("eve")));
        run.invoke("bob", "b2").log("bob", "b2");
        run.act("eve", new Deed.Left(null));
    }

    /// Message 5 is changed twice, and bob knows it.
    private void edited() {
        run.began();
        run.act("ann", new Deed.Edited(5, "first"));
        run.act("ann", new Deed.Edited(5, "second"));
        run.add(new Op.Changed(run.tick(), "bob", ROOM, 5, 8));
    }

    private void shown(String client, long message, @Nullable String text, long asked) {
        run.add(new Op.Shown(run.tick(), client, asked, ROOM, message, text));
    }

    /// Bob meets a server whose past is another one.
    private void restored(boolean told) {
        run.add(new Op.Greeted(run.tick(), "bob", 2, "one"));
        run.connect("bob").add(new Op.Greeted(run.tick(), "bob", 3, "two"));
        run.resume("bob", 5);
        if (told) run.add(new Op.Reset(run.tick(), "bob", 3, "two"));
        run.seen("bob", Via.SYNC, run.log.get(5));
    }

    private void failing() {
        run.add(new Op.StoreFailing(run.tick(), WHO, "full"));
        run.add(new Op.Asked(run.tick(), WHO, true));
        run.invoke("ann", "in it").fail("ann", "in it");
        run.add(new Op.StoreHealed(run.tick(), WHO));
    }

    private Set<Invariant> broken() {
        return Invariant.allViolations(run.run()).stream()
                .map(Violation::invariant)
                .collect(Collectors.toSet());
    }
}
