// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

import static io.palabre.e2e.history.HandMade.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Each check fires on a run that breaks its promise, names it, and is silent on one that keeps
/// all.
class InvariantTest {
    private final HandMade run = HandMade.good();

    @Test
    void a_run_that_keeps_every_promise_is_left_in_peace() {
        assertThat(Invariant.allViolations(run.run())).isEmpty();
    }

    @Test
    void an_empty_run_is_left_in_peace() {
        assertThat(Invariant.allViolations(new HandMade().run())).isEmpty();
    }

    // ---- I1

    @Test
    void an_acknowledged_message_that_is_not_there_breaks_i1() {
        run.invoke("ann", "lost").ok("ann", "lost", 7);
        assertThat(broken()).containsExactly(Invariant.I1);
    }

    @Test
    void an_acknowledged_message_under_another_number_breaks_i1() {
        run.invoke("ann", "moved").log("ann", "moved").ok("ann", "moved", 8);
        assertThat(broken()).contains(Invariant.I1);
    }

    // ---- I2

    @Test
    void a_message_that_is_there_twice_breaks_i2() {
        run.log("ann", "a4");
        assertThat(broken()).contains(Invariant.I2);
    }

    @Test
    void two_answers_with_two_numbers_break_i2() {
        run.ok("ann", "a4", 5);
        assertThat(broken()).contains(Invariant.I2);
    }

    @Test
    void the_same_answer_again_breaks_nothing() {
        run.ok("ann", "a4", 6);
        assertThat(broken()).isEmpty();
    }

    // ---- I3

    @Test
    void a_message_that_nobody_sent_breaks_i3() {
        run.log("eve", "e1");
        assertThat(broken()).contains(Invariant.I3);
    }

    @Test
    void a_message_without_a_senders_id_breaks_i3() {
        run.log.add(new Entry(ROOM, 7, 6, "ann", null, "whence?"));
        assertThat(broken()).contains(Invariant.I3);
    }

    @Test
    void a_message_that_was_altered_breaks_i3() {
        run.invoke("ann", "a5");
        run.log.add(new Entry(ROOM, 7, 6, "ann", "a5", "other words"));
        assertThat(broken()).contains(Invariant.I3);
    }

    @Test
    void a_refused_message_that_appears_breaks_i3() {
        run.log("ann", "no");
        assertThat(broken()).contains(Invariant.I3);
    }

    @Test
    void a_message_of_unknown_fate_may_appear_or_not() {
        run.invoke("ann", "there").unknown("ann", "there").log("ann", "there");
        run.invoke("ann", "gone").unknown("ann", "gone");
        assertThat(Invariant.I3.violations(run.run())).isEmpty();
    }

    // ---- I4

    @Test
    void a_number_left_out_breaks_i4() {
        run.invoke("ann", "a5");
        run.log.add(new Entry(ROOM, 8, 6, "ann", "a5", "text of a5"));
        assertThat(broken()).contains(Invariant.I4);
    }

    @Test
    void a_number_used_twice_breaks_i4() {
        run.invoke("ann", "a5");
        run.log.add(new Entry(ROOM, 6, 6, "ann", "a5", "text of a5"));
        assertThat(broken()).contains(Invariant.I4);
    }

    @Test
    void a_count_of_messages_that_jumps_breaks_i4() {
        run.invoke("ann", "a5");
        run.log.add(new Entry(ROOM, 7, 7, "ann", "a5", "text of a5"));
        assertThat(broken()).contains(Invariant.I4);
    }

    // ---- I5

    @Test
    void two_who_see_different_things_at_a_number_break_i5() {
        run.seen("bob", Via.PAGE, new Entry(ROOM, 3, 2, "ann", "a1", "text of a1"));
        assertThat(broken()).contains(Invariant.I5);
    }

    @Test
    void what_was_told_and_is_not_in_the_log_any_more_breaks_i5_for_the_next_in_its_place() {
        run.invoke("ann", "a5").invoke("bob", "b2");
        run.seen("bob", Via.PUSH, new Entry(ROOM, 7, 6, "ann", "a5", "text of a5"));
        run.log("bob", "b2");
        assertThat(broken()).contains(Invariant.I5);
    }

    // ---- I6

    @Test
    void pushes_out_of_order_break_i6() {
        run.connect("cat").push("cat", 3).push("cat", 2);
        assertThat(broken()).containsExactly(Invariant.I6);
    }

    @Test
    void a_push_told_twice_over_one_connection_breaks_i6() {
        run.push("bob", 6);
        assertThat(broken()).containsExactly(Invariant.I6);
    }

    @Test
    void a_jump_that_is_never_filled_breaks_i6() {
        run.connect("cat").push("cat", 3).push("cat", 5);
        assertThat(broken()).containsExactly(Invariant.I6);
    }

    @Test
    void a_jump_that_is_filled_by_asking_breaks_nothing() {
        run.connect("cat").push("cat", 3).push("cat", 5).resume("cat", 3).told("cat", 4);
        assertThat(broken()).isEmpty();
    }

    @Test
    void a_new_connection_may_tell_again() {
        run.connect("bob").push("bob", 6);
        assertThat(broken()).isEmpty();
    }

    @Test
    void catching_up_out_of_order_breaks_i6() {
        run.resume("bob", 1).told("bob", 3).told("bob", 2);
        assertThat(broken()).containsExactly(Invariant.I6);
    }

    // ---- I7

    @Test
    void a_message_sent_after_an_answer_with_a_lower_number_breaks_i7() {
        var run = new HandMade();
        run.invoke("ann", "early").ok("ann", "early", 2);
        run.invoke("bob", "late").log("bob", "late").log("ann", "early");
        assertThat(broken(run)).containsExactly(Invariant.I7);
    }

    @Test
    void messages_on_their_way_together_may_take_any_order() {
        var run = new HandMade();
        run.invoke("ann", "early").invoke("bob", "late");
        run.log("bob", "late").log("ann", "early");
        run.ok("bob", "late", 1).ok("ann", "early", 2);
        assertThat(broken(run)).isEmpty();
    }

    // ---- I8

    @Test
    void a_clients_messages_in_another_order_break_i8() {
        var run = new HandMade();
        run.invoke("ann", "first").invoke("ann", "second");
        run.log("ann", "second").log("ann", "first");
        run.ok("ann", "second", 1).ok("ann", "first", 2);
        assertThat(broken(run)).containsExactly(Invariant.I8);
    }

    @Test
    void a_message_that_was_refused_for_now_gives_up_its_place() {
        var run = new HandMade();
        run.invoke("ann", "first").again("ann", "first").invoke("ann", "second");
        run.log("ann", "second").log("ann", "first");
        run.ok("ann", "second", 1).ok("ann", "first", 2);
        assertThat(broken(run)).isEmpty();
    }

    @Test
    void a_message_refused_while_one_was_put_out_may_follow_the_one_behind_it() {
        assertThat(broken(putOut().connect("bob").ok("bob", "second", 4).ok("bob", "first", 5)))
                .isEmpty();
    }

    @Test
    void on_the_same_connection_it_may_not() {
        assertThat(broken(putOut().ok("bob", "second", 4).ok("bob", "first", 5)))
                .containsExactly(Invariant.I8);
    }

    @Test
    void nor_when_one_was_back_before_both_were_sent() {
        var run = group().connect("bob");
        run.act("ann", new Deed.Removed("bob")).act("ann", new Deed.Joined(List.of("bob")));
        run.push("bob", 3).invoke("bob", "first").invoke("bob", "second");
        run.log("bob", "second").log("bob", "first");
        run.connect("bob").ok("bob", "second", 4).ok("bob", "first", 5);
        assertThat(broken(run)).containsExactly(Invariant.I8);
    }

    private static HandMade group() {
        var run = new HandMade();
        run.log.add(new Entry(HandMade.ROOM, 1, 0, "ann", null, "created"));
        return run.began();
    }

    /// Bob sends two messages while he is put out and let in again.
    private static HandMade putOut() {
        var run = group().connect("bob");
        run.act("ann", new Deed.Removed("bob")).invoke("bob", "first").invoke("bob", "second");
        run.act("ann", new Deed.Joined(List.of("bob")));
        return run.log("bob", "second").log("bob", "first");
    }

    // ---- I9

    @Test
    void a_client_that_misses_something_in_the_end_breaks_i9() {
        run.followers.add(new Follower("bob", ROOM, 0, 6));
        assertThat(broken()).containsExactly(Invariant.I9);
    }

    @Test
    void a_client_that_has_more_than_there_is_breaks_i9() {
        run.seen("bob", Via.PUSH, new Entry(ROOM, 7, 6, "ann", "a5", "text of a5"));
        assertThat(broken()).containsExactly(Invariant.I9);
    }

    @Test
    void a_client_that_never_heard_anything_breaks_i9() {
        run.followers.add(new Follower("cat", ROOM, 5, 6));
        assertThat(broken()).containsExactly(Invariant.I9);
    }

    // ---- I11

    @Test
    void a_read_cursor_that_goes_back_breaks_i11() {
        run.mark("bob", 5).marked("bob", 5, 0).marked("bob", 4, 1).unread("bob", 5, 0);
        assertThat(Invariant.I11.violations(run.run())).hasSize(2);
    }

    @Test
    void an_answer_that_is_less_than_was_asked_breaks_i11() {
        run.mark("bob", 5).marked("bob", 5, 4, 1);
        assertThat(broken()).containsExactly(Invariant.I11);
    }

    @Test
    void asking_for_less_than_was_read_breaks_nothing() {
        run.mark("bob", 2).marked("bob", 2, 4, 1);
        assertThat(broken()).isEmpty();
    }

    @Test
    void a_read_cursor_beyond_the_end_breaks_i11() {
        run.mark("bob", 9).marked("bob", 9, 0);
        assertThat(broken()).containsExactly(Invariant.I11);
    }

    @Test
    void a_count_of_unread_that_is_not_what_is_left_breaks_i11() {
        run.unread("bob", 4, 2);
        assertThat(broken()).containsExactly(Invariant.I11);
    }

    @Test
    void forgetting_what_was_marked_breaks_i11() {
        run.unread("bob", 3, 2);
        assertThat(broken()).containsExactly(Invariant.I11);
    }

    @Test
    void forgetting_that_one_wrote_oneself_breaks_i11() {
        run.unread("ann", 4, 1);
        assertThat(broken()).containsExactly(Invariant.I11);
    }

    @Test
    void reading_what_nobody_read_breaks_i11() {
        run.unread("bob", 5, 0);
        assertThat(broken()).containsExactly(Invariant.I11);
    }

    private Set<Invariant> broken() {
        return broken(run);
    }

    private static Set<Invariant> broken(HandMade run) {
        return Invariant.allViolations(run.run()).stream()
                .map(Violation::invariant)
                .collect(Collectors.toSet());
    }

    @Test
    void a_violation_says_its_promise_and_what_broke_it() {
        run.invoke("ann", "lost").ok("ann", "lost", 7);
        assertThat(Invariant.allViolations(run.run()))
                .extracting(Violation::toString)
                .first()
                .asString()
                .startsWith("I1 (an acknowledged event is in the log for ever)")
                .contains("cid=lost");
    }

    @Test
    void half_a_million_operations_take_seconds() {
        var large = new HandMade();
        large.connect("ann").connect("bob");
        for (int i = 1; i <= 125_000; i++) {
            large.invoke("ann", "m" + i);
            large.log.add(new Entry(ROOM, i, i, "ann", "m" + i, "text of m" + i));
            large.ok("ann", "m" + i, i).push("bob", i).marked("bob", i, 0);
        }
        large.followers.add(new Follower("bob", ROOM, 0, 125_000));
        var processor = ManagementFactory.getThreadMXBean();
        var began = processor.getCurrentThreadCpuTime();
        assertThat(Invariant.allViolations(large.run())).isEmpty();
        assertThat(processor.getCurrentThreadCpuTime() - began).isLessThan(10_000_000_000L);
    }
}
