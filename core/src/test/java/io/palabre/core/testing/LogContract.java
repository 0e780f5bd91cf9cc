// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Content;
import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Interval;
import io.palabre.core.conversations.Intervals;
import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.conversations.Personal;
import io.palabre.core.ids.ClientId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.log.Missed;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What every [io.palabre.core.log.Log] does.
public abstract class LogContract extends PortContract {

    @Test
    void numbers_are_dense_over_events_and_over_messages() {
        var ann = story().person("ann");
        var group = story().group(ann, story().person("bob"));
        story().says(ann, group, "one");
        story().accepted(Command.Describe.titled(ann, group, "Other"));
        story().says(ann, group, "two");

        var entries = ports().log().after(group, 0, 10);
        assertThat(entries).extracting(Entry::seq).containsExactly(1L, 2L, 3L, 4L);
        assertThat(entries).extracting(Entry::ord).containsExactly(0L, 1L, 1L, 2L);
    }

    @Test
    void what_is_read_is_what_was_answered_and_what_was_told() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var cat = story().person("cat");
        var group = story().group(ann, bob);
        var first = story().says(ann, group, "été 😀 \u0000 \"quoted\"");
        story().accepted(
                        new Command.Post(
                                bob,
                                group,
                                new ClientId("r"),
                                new Content("custom_type", "reply", first.seq())));
        story().adds(ann, group, cat);
        story().accepted(Command.Describe.titled(ann, group, "Other"));
        story().removes(ann, group, bob);
        story().leaves(ann, group);
        ports().log().atMembership(ann, _ -> {});

        var read = ports().log().after(group, 0, 100);
        assertThat(read).hasSize(7).isEqualTo(recorder.entries());
        assertThat(read.getLast().event()).isEqualTo(new Durable.MemberLeft(cat));
    }

    @Test
    void the_same_client_id_and_content_is_the_same_message() {
        var ann = story().person("ann");
        var here = story().privately(ann, story().person("bob"));
        var first = story().accepted(Story.post(ann, here, "x", "hello"));
        var again = story().accepted(Story.post(ann, here, "x", "hello"));

        assertThat(first.repeated()).isFalse();
        assertThat(again.repeated()).isTrue();
        assertThat(again.entries()).isEqualTo(first.entries());
        assertThat(ports().log().after(here, 0, 10)).hasSize(2);
    }

    @Test
    void the_same_client_id_with_another_content_is_refused() {
        var ann = story().person("ann");
        var here = story().privately(ann, story().person("bob"));
        story().accepted(Story.post(ann, here, "x", "hello"));
        assertThat(story().refused(Story.post(ann, here, "x", "bye")))
                .isEqualTo(Refusal.CID_CONFLICT);
    }

    @Test
    void a_client_id_belongs_to_one_sender_in_one_conversation() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var here = story().privately(ann, bob);
        var there = story().group(ann, bob);
        story().accepted(Story.post(ann, here, "x", "1"));
        assertThat(story().accepted(Story.post(bob, here, "x", "2")).repeated()).isFalse();
        assertThat(story().accepted(Story.post(ann, there, "x", "3")).repeated()).isFalse();
    }

    @Test
    void one_who_has_left_still_learns_that_the_message_was_sent() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var group = story().group(ann, bob);
        var sent = story().accepted(Story.post(bob, group, "x", "hello"));
        story().leaves(bob, group);
        assertThat(story().accepted(Story.post(bob, group, "x", "hello")).entries())
                .isEqualTo(sent.entries());
        assertThat(story().refused(Story.post(bob, group, "y", "more")))
                .isEqualTo(Refusal.NOT_FOUND);
    }

    @Test
    void two_people_have_one_private_conversation() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var first = story().accepted(new Command.StartPrivate(ann, bob));
        var second = story().accepted(new Command.StartPrivate(bob, ann));
        assertThat(first.repeated()).isFalse();
        assertThat(second.repeated()).isTrue();
        assertThat(second.conversation()).isEqualTo(first.conversation());
    }

    @Test
    void refusals_change_nothing() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var here = story().privately(ann, bob);
        assertThat(story().refused(new Command.StartPrivate(ann, ann)))
                .isEqualTo(Refusal.SELF_CONVERSATION);
        assertThat(story().refused(new Command.StartPrivate(ann, nobody())))
                .isEqualTo(Refusal.PERSON_NOT_FOUND);
        assertThat(story().refused(Story.post(story().person("eve"), here, "x", "hi")))
                .isEqualTo(Refusal.NOT_FOUND);
        assertThat(story().refused(Story.post(ann, nowhere(), "x", "hi")))
                .isEqualTo(Refusal.NOT_FOUND);
        assertThat(story().refused(new Command.Leave(ann, here))).isEqualTo(Refusal.NOT_A_GROUP);
        assertThat(ports().log().after(here, 0, 10)).hasSize(1);
    }

    @Test
    void time_never_goes_back_in_a_conversation() {
        var ann = story().person("ann");
        var here = story().privately(ann, story().person("bob"));
        var before = story().says(ann, here, "before");
        time.move(Duration.ofHours(-1));
        assertThat(story().says(ann, here, "after").at()).isEqualTo(before.at());
    }

    @Test
    void one_sees_the_times_of_ones_membership_and_nothing_else() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var group = story().group(ann);
        story().says(ann, group, "2: before");
        story().adds(ann, group, bob);
        story().says(ann, group, "4: with");
        story().removes(ann, group, bob);
        story().says(ann, group, "6: without");
        story().adds(ann, group, bob);
        story().says(ann, group, "8: with again");

        assertThat(seen(bob, group, 0)).containsExactly(3L, 4L, 5L, 7L, 8L);
        assertThat(seen(bob, group, 4)).containsExactly(5L, 7L, 8L);
        assertThat(seen(bob, group, 8)).isEmpty();
        assertThat(seen(bob, group, Long.MAX_VALUE)).isEmpty();
    }

    private List<Long> seen(PersonId reader, ConversationId where, long after) {
        return ports().missed(reader, where, after).orElseThrow().stream().map(Entry::seq).toList();
    }

    @Test
    void what_was_missed_of_many_conversations_is_found_at_once() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var open = story().group(ann, bob);
        var left = story().group(ann, bob);
        var quiet = story().group(ann, bob);
        var others = story().group(ann);
        story().says(ann, open, "2");
        story().removes(ann, left, bob);
        for (var group : List.of(open, left, others)) story().says(ann, group, "more");

        var missed = ports().log().missed(bob, Map.of(open, 1L, left, 0L, quiet, 1L, others, 0L));
        assertThat(missed)
                .isEqualTo(
                        Map.of(
                                open, new Missed(part(2, 3), true),
                                left, new Missed(part(1, 2), false),
                                quiet, new Missed(new Intervals(List.of()), false)));
        assertThat(ports().log().missed(bob, Map.of())).isEmpty();

        assertThat(ports().log().entries(Map.of(open, part(2, 3), left, part(1, 2))))
                .isEqualTo(
                        Map.of(
                                open, ports().log().after(open, 1, 9),
                                left, ports().log().after(left, 0, 2)));
        assertThat(ports().log().entries(Map.of(open, part(2, 2))).get(open)).hasSize(1);
    }

    @Test
    void who_has_hidden_something_or_was_away_does_not_find_what_all_find() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var group = story().group(ann, bob);
        var early = story().says(ann, group, "2").id();
        story().says(ann, group, "3");
        assertThat(alike(ann, group, 1)).isTrue();
        assertThat(alike(bob, group, 1)).isTrue();

        story().accepted(new Command.Hide(ann, early));
        assertThat(alike(ann, group, 2)).isFalse();
        story().removes(ann, group, bob);
        assertThat(alike(bob, group, 1)).isFalse();
        story().says(ann, group, "5");
        story().adds(ann, group, bob);
        assertThat(alike(bob, group, 1)).isFalse();
        assertThat(alike(bob, group, 5)).isTrue();
        story().clears(bob, group);
        story().says(ann, group, "7");
        assertThat(alike(bob, group, 5)).isTrue();
        assertThat(seen(bob, group, 5)).containsExactly(7L);
    }

    private boolean alike(PersonId reader, ConversationId where, long held) {
        var missed = ports().log().missed(reader, Map.of(where, held));
        return Objects.requireNonNull(missed.get(where)).alike();
    }

    private static Intervals part(long first, long last) {
        return new Intervals(List.of(new Interval(first, last)));
    }

    @Test
    void strangers_see_nothing_whether_it_exists_or_not() {
        var eve = story().person("eve");
        var group = story().group(story().person("ann"));
        assertThat(ports().missed(eve, group, 0)).isEmpty();
        assertThat(ports().missed(eve, nowhere(), 0)).isEmpty();
    }

    @Test
    void a_person_has_a_log_of_what_happened_to_them() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var group = story().group(ann, bob);
        story().says(ann, group, "hello");
        story().reads(bob, group, 2);
        story().removes(ann, group, bob);

        assertThat(ports().log().ownAfter(bob, 0, 10))
                .extracting(OwnEntry::event)
                .containsExactly(
                        new Personal.AddedTo(group, 1),
                        new Personal.OwnRead(group, 1, 2),
                        new Personal.RemovedFrom(group, 3));
        assertThat(ports().log().ownAfter(bob, 1, 1)).extracting(OwnEntry::seq).containsExactly(2L);
        assertThat(ports().log().ownHead(bob)).isEqualTo(3);
        assertThat(ports().log().ownHead(nobody())).isZero();
    }

    @Test
    void a_read_mark_only_grows_and_never_passes_the_end() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var here = story().privately(ann, bob);
        story().saysMuch(ann, here, 3);
        story().reads(bob, here, 1_000);
        story().reads(bob, here, 2);
        story().reads(bob, here, -5);
        assertThat(ports().log().ownAfter(bob, 1, 10))
                .extracting(OwnEntry::event)
                .containsExactly(new Personal.OwnRead(here, 3, 4));
    }

    @Test
    void heads_are_the_last_numbers_of_what_exists() {
        var ann = story().person("ann");
        var here = story().privately(ann, story().person("bob"));
        assertThat(ports().log().heads(Set.of(here))).containsEntry(here, 1L);
        story().says(ann, here, "hello");
        assertThat(ports().log().heads(Set.of(here, nowhere()))).containsEntry(here, 2L).hasSize(1);
    }

    @Test
    void an_owner_who_leaves_hands_the_group_to_the_eldest() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var group = story().group(ann);
        story().adds(ann, group, bob);
        story().adds(ann, group, story().person("cat"));
        story().leaves(ann, group);
        assertThat(ports().log().after(group, 3, 1).getFirst().event())
                .isEqualTo(new Durable.MemberLeft(bob));
        story().accepted(Command.Describe.titled(bob, group, "Bob's"));
    }

    @Test
    void membership_is_handed_over_where_it_is_in_the_order_of_commits() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var group = story().group(ann, bob);
        var here = story().privately(ann, bob);
        story().leaves(bob, group);
        var found = new HashSet<ConversationId>();
        ports().log()
                .atMembership(
                        bob,
                        conversations -> {
                            assertThat(recorder.told()).hasSize(3);
                            found.addAll(conversations);
                        });
        assertThat(found).containsExactly(here);
    }

    @Test
    void the_log_tells_in_order_and_only_what_was_appended() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var here = story().privately(ann, bob);
        story().saysMuch(ann, here, 20);
        story().privately(bob, ann);
        story().refused(new Command.StartPrivate(ann, ann));
        ports().log().atMembership(ann, _ -> {});
        assertThat(recorder.told()).hasSize(21);
        assertThat(recorder.entries())
                .extracting(Entry::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 21).boxed().toList());
    }

    @Test
    void a_thousand_may_be_in_a_group() {
        var ann = story().person("ann");
        var others = new HashSet<PersonId>();
        for (var i = 1; i < 1_000; i++) {
            others.add(story().person("p" + i));
        }
        var group = story().group(ann, others.toArray(PersonId[]::new));
        assertThat(ports().inbox().conversation(ann, group).orElseThrow().head().members())
                .isEqualTo(1_000);
        assertThat(
                        story().refused(
                                        new Command.AddMembers(
                                                ann, group, List.of(story().person("late")))))
                .isEqualTo(Refusal.TOO_MANY_MEMBERS);
    }
}
