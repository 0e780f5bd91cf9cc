// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Message;
import io.palabre.core.conversations.Quote;
import io.palabre.core.ids.MessageId;
import io.palabre.core.inbox.Window;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What every store makes of messages that are edited or deleted.
public abstract class MessagesContract extends MessagePorts {

    @Test
    void an_edit_has_a_number_and_the_message_shows_it_everywhere() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var here = story().privately(ann, bob);
        var said = story().says(ann, here, "teh cat");
        var reply = replies(bob, said);
        time.move(Duration.ofMinutes(1));
        var edit = story().edits(ann, said.id(), "the cat");

        assertThat(edit.seq()).isEqualTo(4);
        assertThat(edit.ord()).isEqualTo(2);
        assertThat(edit.event()).isEqualTo(new Durable.Edited(2, "the cat", List.of()));
        var now = ports().inbox().message(said.id()).orElseThrow();
        assertThat(now.content().text()).isEqualTo("the cat");
        assertThat(now.marks().editedAt()).isEqualTo(edit.at());
        assertThat(as(bob, said.id())).isEqualTo(now);
        assertThat(page(bob, here)).containsExactly(1L, 2L, 3L);
        assertThat(lastMessage(ann, here).quote())
                .isEqualTo(new Quote(said.id(), ann, "text", "the cat", false));
        assertThat(as(ann, reply.id())).isEqualTo(lastMessage(ann, here));
        assertThat(ports().log().after(here, 1, 1)).containsExactly(said);
    }

    @Test
    void the_last_of_several_edits_stands_and_the_log_has_them_all() {
        var ann = story().person("ann");
        var here = story().privately(ann, story().person("bob"));
        var said = story().says(ann, here, "1");
        story().edits(ann, said.id(), "2");
        var last = story().edits(ann, said.id(), "3");
        assertThat(text(ann, said.id())).isEqualTo("3");
        assertThat(lastMessage(ann, here).marks().editedAt()).isEqualTo(last.at());
        assertThat(ports().log().after(here, 2, 10)).hasSize(2);
        var again = story().accepted(new Command.Edit(ann, said.id(), "3", List.of()));
        assertThat(again.repeated()).isTrue();
    }

    @Test
    void one_changes_ones_own_messages_for_fifteen_minutes() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var eve = story().person("eve");
        var group = story().group(bob, ann);
        var said = story().says(ann, group, "mine").id();
        assertThat(story().refused(new Command.Edit(bob, said, "his", List.of())))
                .isEqualTo(Refusal.NOT_ALLOWED);
        assertThat(story().refused(new Command.Edit(eve, said, "hers", List.of())))
                .isEqualTo(Refusal.NOT_FOUND);
        assertThat(story().refused(new Command.Edit(ann, said, "\u200b", List.of())))
                .isEqualTo(Refusal.EMPTY_MESSAGE);
        assertThat(story().refused(new Command.Edit(ann, new MessageId(group, 1), "a", List.of())))
                .isEqualTo(Refusal.MESSAGE_NOT_FOUND);
        time.move(Duration.ofMinutes(15));
        story().edits(ann, said, "still");
        time.move(Duration.ofMillis(1));
        assertThat(story().refused(new Command.Edit(ann, said, "late", List.of())))
                .isEqualTo(Refusal.EDIT_WINDOW_OVER);
        assertThat(text(bob, said)).isEqualTo("still");
    }

    @Test
    void a_deleted_message_says_nothing_anywhere_not_even_in_the_log() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var here = story().privately(ann, bob);
        var said = story().accepted(Story.post(ann, here, "x", "secret 1")).entries().getFirst();
        var reply = replies(bob, said);
        story().edits(ann, said.id(), "secret 2");
        time.move(Duration.ofHours(1));
        var deletion = story().deletes(ann, said.id());

        var now = Objects.requireNonNull(as(bob, said.id()));
        assertThat(now.marks()).isEqualTo(Message.Marks.deleted(deletion.at()));
        assertThat(Objects.requireNonNull(as(bob, reply.id())).quote())
                .isEqualTo(new Quote(said.id(), ann, "text", "", true));
        assertThat(page(ann, here)).containsExactly(1L, 2L, 3L);
        var everything =
                List.of(
                        ports().log().after(here, 0, 100),
                        ports().missed(bob, here, 0).orElseThrow(),
                        ports().inbox().timeline(bob, here, new Window.Latest(), 100),
                        ports().inbox().conversations(bob, null, 10),
                        story().accepted(Story.post(ann, here, "x", "secret 1")));
        assertThat(everything.toString()).doesNotContain("secret");
        assertThat(story().accepted(Story.post(ann, here, "x", "other words")).repeated()).isTrue();
        assertThat(ports().log().after(here, 0, 100)).hasSize(5);
        assertThat(story().refused(new Command.Edit(ann, said.id(), "again", List.of())))
                .isEqualTo(Refusal.MESSAGE_DELETED);
        assertThat(story().accepted(new Command.Delete(ann, said.id())).repeated()).isTrue();
    }

    @Test
    void a_deleted_message_counts_as_unread_until_it_is_read() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var here = story().privately(ann, bob);
        story().deletes(ann, story().says(ann, here, "oops").id());
        assertThat(ports().inbox().unreadTotal(bob)).isEqualTo(1);
        story().reads(bob, here, 2);
        assertThat(ports().inbox().unreadTotal(bob)).isZero();
    }

    @Test
    void who_sent_it_deletes_for_two_days_who_keeps_order_at_any_time() {
        var owner = story().person("owner");
        var ann = story().person("ann");
        var bob = story().person("bob");
        var group = story().group(owner, ann, bob);
        var first = story().says(ann, group, "1").id();
        var second = story().says(ann, group, "2").id();
        var third = story().says(ann, group, "3").id();
        assertThat(story().refused(new Command.Delete(bob, first))).isEqualTo(Refusal.NOT_ALLOWED);
        time.move(Duration.ofDays(2));
        story().deletes(ann, first);
        time.move(Duration.ofMillis(1));
        assertThat(story().refused(new Command.Delete(ann, second)))
                .isEqualTo(Refusal.DELETE_WINDOW_OVER);
        story().deletes(owner, second);
        story().deletes(story().moderator("mod"), third);
        assertThat(lastMessage(bob, group).deleted()).isTrue();
    }

    @Test
    void in_a_private_conversation_nobody_deletes_what_the_other_said() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var said = story().says(ann, story().privately(bob, ann), "mine").id();
        assertThat(story().refused(new Command.Delete(bob, said))).isEqualTo(Refusal.NOT_ALLOWED);
    }

    @Test
    void who_is_not_there_any_more_changes_nothing() {
        var owner = story().person("owner");
        var ann = story().person("ann");
        var group = story().group(owner, ann);
        var said = story().says(ann, group, "mine").id();
        story().leaves(ann, group);
        for (var command :
                List.of(
                        new Command.Edit(ann, said, "other", List.of()),
                        new Command.Delete(ann, said))) {
            assertThat(story().refused(command)).isEqualTo(Refusal.NOT_FOUND);
        }
        assertThat(
                        story().refused(
                                        new Command.Delete(
                                                story().moderator("mod"),
                                                new MessageId(nowhere(), 2))))
                .isEqualTo(Refusal.NOT_FOUND);
    }

    @Test
    void a_message_is_read_as_it_was_at_a_number_save_that_it_is_deleted() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var here = story().privately(ann, bob);
        var said = story().says(ann, here, "1");
        var reply = replies(bob, said).id();
        var edit = story().edits(ann, said.id(), "2");
        story().edits(ann, said.id(), "3");
        story().accepted(new Command.React(bob, said.id(), "👍"));
        story().accepted(new Command.Pin(bob, said.id()));

        var then = ports().inbox().message(said.id(), edit.seq()).orElseThrow();
        assertThat(then.content().text()).isEqualTo("2");
        assertThat(then.reactions()).isEmpty();
        assertThat(then.marks()).isEqualTo(new Message.Marks(edit.at(), null, null));
        var answered = ports().inbox().message(reply, reply.seq()).orElseThrow().quote();
        assertThat(Objects.requireNonNull(answered).text()).isEqualTo("1");
        story().deletes(ann, said.id());
        assertThat(ports().inbox().message(said.id(), edit.seq()).orElseThrow().deleted()).isTrue();
    }

    @Test
    void an_edit_said_again_when_its_time_is_over_was_made() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var cat = story().person("cat");
        var group = story().group(ann, bob, cat);
        var said = story().says(ann, group, "hello").id();
        var edit = new Command.Edit(ann, said, "hello cat", List.of(cat));
        story().accepted(edit);
        story().leaves(cat, group);
        time.move(Duration.ofDays(1));
        assertThat(story().accepted(edit).repeated()).isTrue();
        assertThat(story().refused(new Command.Edit(ann, said, "hello", List.of())))
                .isEqualTo(Refusal.EDIT_WINDOW_OVER);

        var here = story().privately(ann, bob);
        var once = new Command.Edit(ann, story().says(ann, here, "a").id(), "b", List.of());
        story().accepted(once);
        story().accepted(new Command.Block(bob, ann));
        assertThat(story().accepted(once).repeated()).isTrue();
    }

    @Test
    void what_is_no_message_is_none() {
        var ann = story().person("ann");
        var here = story().privately(ann, story().person("bob"));
        var edit = story().edits(ann, story().says(ann, here, "a").id(), "b");
        for (var id : List.of(new MessageId(here, 1), edit.id(), new MessageId(nowhere(), 1))) {
            assertThat(ports().inbox().message(id)).isEmpty();
            assertThat(as(ann, id)).isNull();
        }
    }
}
