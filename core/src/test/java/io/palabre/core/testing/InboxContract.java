// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Line;
import io.palabre.core.conversations.Message;
import io.palabre.core.conversations.Role;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.inbox.Activity;
import io.palabre.core.inbox.Conversation;
import io.palabre.core.inbox.Member;
import io.palabre.core.inbox.Timeline;
import io.palabre.core.inbox.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [io.palabre.core.inbox.Inbox] does.
public abstract class InboxContract extends PortContract {

    @Test
    void conversations_come_latest_activity_first_in_pages() {
        var ann = story().person("ann");
        var expected = new ArrayList<ConversationId>();
        for (var i = 0; i < 7; i++) {
            expected.addFirst(story().privately(ann, story().person("p" + i)));
            time.move(Duration.ofSeconds(i % 2));
        }
        time.move(Duration.ofSeconds(1));
        story().says(ann, expected.getLast(), "back to the top");
        expected.addFirst(expected.removeLast());

        var all = ports().inbox().conversations(ann, null, 100).conversations();
        assertThat(all.getFirst().head().conversation()).isEqualTo(expected.getFirst());
        assertThat(pagesOf(ann, 2)).isEqualTo(all);
        assertThat(all)
                .extracting(c -> c.head().conversation())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private List<Conversation> pagesOf(PersonId reader, int limit) {
        var all = new ArrayList<Conversation>();
        @Nullable Activity from = null;
        do {
            var page = ports().inbox().conversations(reader, from, limit);
            all.addAll(page.conversations());
            from = page.next();
        } while (from != null);
        return all;
    }

    @Test
    void a_conversation_shows_members_last_message_and_what_is_unread() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var group = story().group(ann, bob);
        story().saysMuch(ann, group, 3);
        var last = story().says(bob, group, "last");
        story().says(ann, group, "really last");
        story().reads(bob, group, last.seq());

        var seen = ports().inbox().conversation(bob, group).orElseThrow();
        assertThat(Objects.requireNonNull(seen.lastMessage()).posted().ord()).isEqualTo(5);
        assertThat(seen.unread()).isEqualTo(1);
        assertThat(seen.head().seq()).isEqualTo(6);
        assertThat(seen.head().title()).isEqualTo("Group");
        assertThat(seen.members()).extracting(Member::person).containsExactlyInAnyOrder(ann, bob);
        assertThat(seen.me().readOrd()).isEqualTo(4);
        assertThat(seen.me().readSeq()).isEqualTo(5);
        assertThat(ports().inbox().conversation(ann, group).orElseThrow().me().role())
                .isEqualTo(Role.OWNER);
    }

    @Test
    void sending_moves_ones_own_cursor() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var here = story().privately(ann, bob);
        story().saysMuch(ann, here, 2);
        assertThat(ports().inbox().unreadTotal(ann)).isZero();
        assertThat(ports().inbox().unreadTotal(bob)).isEqualTo(2);
        story().says(bob, here, "answer");
        assertThat(ports().inbox().unreadTotal(bob)).isZero();
        assertThat(ports().inbox().unreadTotal(ann)).isEqualTo(1);
    }

    @Test
    void unread_is_summed_over_all_conversations() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        story().saysMuch(bob, story().privately(ann, bob), 2);
        story().saysMuch(bob, story().group(bob, ann), 3);
        assertThat(ports().inbox().unreadTotal(ann)).isEqualTo(5);
    }

    @Test
    void who_comes_later_has_nothing_to_read_and_sees_no_earlier_message() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var group = story().group(ann);
        story().saysMuch(ann, group, 5);
        story().adds(ann, group, bob);
        var seen = ports().inbox().conversation(bob, group).orElseThrow();
        assertThat(seen.unread()).isZero();
        assertThat(seen.lastMessage()).isNull();
        assertPage(page(bob, group, new Window.Latest(), 10), false, false, 7);
    }

    @Test
    void who_came_back_sees_the_last_message_of_the_first_time() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var group = story().group(ann, bob);
        var then = story().says(ann, group, "then");
        story().removes(ann, group, bob);
        story().says(ann, group, "hidden");
        story().adds(ann, group, bob);
        assertThat(ports().inbox().conversation(bob, group).orElseThrow().lastMessage())
                .isEqualTo(Message.untouched(then, null));
    }

    @Test
    void who_left_has_the_conversation_no_more_but_keeps_the_messages_of_that_time() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var group = story().group(ann, bob);
        story().says(ann, group, "then");
        story().leaves(bob, group);
        story().says(ann, group, "hidden");
        assertThat(ports().inbox().conversation(bob, group)).isEmpty();
        assertThat(ports().inbox().conversations(bob, null, 10).conversations()).isEmpty();
        assertThat(ports().inbox().unreadTotal(bob)).isZero();
        assertThat(ports().inbox().members(bob, group, null, 10)).isEmpty();
        assertPage(page(bob, group, new Window.Latest(), 10), false, false, 1, 2, 3);
    }

    @Test
    void strangers_get_the_same_as_for_what_does_not_exist() {
        var eve = story().person("eve");
        var group = story().group(story().person("ann"));
        for (var where : List.of(group, nowhere())) {
            assertThat(ports().inbox().conversation(eve, where)).isEmpty();
            assertThat(ports().inbox().timeline(eve, where, new Window.Latest(), 5)).isEmpty();
            assertThat(ports().inbox().members(eve, where, null, 5)).isEmpty();
        }
    }

    @Test
    void somebody_is_in_a_conversation_until_the_last_one_has_left() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var group = story().group(ann, bob);
        assertThat(ports().inbox().anyMember(group).orElseThrow()).isIn(ann, bob);
        story().leaves(ann, group);
        assertThat(ports().inbox().anyMember(group)).contains(bob);
        story().leaves(bob, group);
        assertThat(ports().inbox().anyMember(group)).isEmpty();
        assertThat(ports().inbox().anyMember(nowhere())).isEmpty();
    }

    @Test
    void lines_come_in_pages_both_ways_and_around_a_number() {
        var ann = story().person("ann");
        var here = story().privately(ann, story().person("bob"));
        story().saysMuch(ann, here, 10);

        assertPage(page(ann, here, new Window.Latest(), 3), true, false, 9, 10, 11);
        assertPage(page(ann, here, new Window.Before(9), 3), true, true, 6, 7, 8);
        assertPage(page(ann, here, new Window.Before(4), 3), false, true, 1, 2, 3);
        assertPage(page(ann, here, new Window.After(3), 2), true, true, 4, 5);
        assertPage(page(ann, here, new Window.After(9), 5), true, false, 10, 11);
        assertPage(
                page(ann, here, new Window.After(0), 20),
                false,
                false,
                1,
                2,
                3,
                4,
                5,
                6,
                7,
                8,
                9,
                10,
                11);
        assertPage(page(ann, here, new Window.Around(6), 5), true, true, 4, 5, 6, 7, 8);
        assertPage(page(ann, here, new Window.Around(2), 4), false, true, 1, 2, 3, 4);
        assertPage(page(ann, here, new Window.Before(1), 4), false, true);
        assertPage(page(ann, here, new Window.After(99), 4), true, false);
    }

    @Test
    void pages_hold_what_happened_between_messages_and_step_over_what_was_not_theirs() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var group = story().group(ann, bob);
        story().says(ann, group, "2");
        story().accepted(Command.Describe.titled(ann, group, "Other"));
        story().says(ann, group, "4");
        story().removes(ann, group, bob);
        story().says(ann, group, "6: hidden");
        story().adds(ann, group, bob);
        story().says(ann, group, "8");

        assertPage(page(bob, group, new Window.Latest(), 2), true, false, 7, 8);
        assertPage(page(bob, group, new Window.Before(7), 3), true, true, 3, 4, 5);
        assertPage(page(bob, group, new Window.After(2), 1), true, true, 3);
        assertPage(page(bob, group, new Window.Around(6), 4), true, false, 4, 5, 7, 8);
    }

    private Timeline page(PersonId reader, ConversationId where, Window window, int limit) {
        return ports().inbox().timeline(reader, where, window, limit).orElseThrow();
    }

    private static void assertPage(
            Timeline page, boolean moreBefore, boolean moreAfter, Integer... seqs) {
        assertThat(page.lines()).extracting(Line::seq).map(Math::toIntExact).containsExactly(seqs);
        assertThat(page.moreBefore()).as("more before").isEqualTo(moreBefore);
        assertThat(page.moreAfter()).as("more after").isEqualTo(moreAfter);
    }

    @Test
    void the_private_conversation_of_two_is_found_from_either_side() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        assertThat(ports().inbox().privateBetween(ann, bob)).isEmpty();
        assertThat(ports().inbox().privateBetween(ann, ann)).isEmpty();
        var here = story().privately(ann, bob);
        assertThat(ports().inbox().privateBetween(ann, bob)).contains(here);
        assertThat(ports().inbox().privateBetween(bob, ann)).contains(here);
    }

    @Test
    void members_of_a_large_group_come_in_pages() {
        var ann = story().person("ann");
        var others = new ArrayList<PersonId>();
        for (var i = 0; i < 40; i++) {
            others.add(story().person("p" + i));
        }
        var group = story().group(ann, others.toArray(PersonId[]::new));
        assertThat(ports().inbox().conversation(ann, group).orElseThrow().members()).hasSize(32);
        var first = ports().inbox().members(ann, group, null, 30).orElseThrow();
        var rest = ports().inbox().members(ann, group, first.getLast().person(), 30).orElseThrow();
        others.add(ann);
        first = new ArrayList<>(first);
        first.addAll(rest);
        assertThat(first)
                .extracting(Member::person)
                .containsExactlyElementsOf(others.stream().sorted().toList());
    }
}
