// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import static io.palabre.core.Refusal.MESSAGE_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Content;
import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Line;
import io.palabre.core.conversations.Message;
import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.conversations.Personal;
import io.palabre.core.conversations.Quote;
import io.palabre.core.conversations.Reaction;
import io.palabre.core.ids.ClientId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.inbox.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every store makes of messages that change.
public abstract class MessagesContract extends PortContract {

    private @Nullable Message as(PersonId reader, MessageId id) {
        return ports().inbox().messages(reader, id.conversation(), Set.of(id.seq())).get(id.seq());
    }

    private String text(PersonId reader, MessageId id) {
        return Objects.requireNonNull(as(reader, id)).content().text();
    }

    private List<Long> page(PersonId reader, ConversationId where) {
        var page = ports().inbox().timeline(reader, where, new Window.Latest(), 3).orElseThrow();
        return page.lines().stream().map(Line::seq).toList();
    }

    private Message lastMessage(PersonId reader, ConversationId where) {
        var seen = ports().inbox().conversation(reader, where).orElseThrow();
        return Objects.requireNonNull(seen.lastMessage());
    }

    private Entry replies(PersonId by, Entry to) {
        return replies(by, to, "r");
    }

    private Entry replies(PersonId by, Entry to, String clientId) {
        var reply = new Content("text", "yes", to.seq());
        var post = new Command.Post(by, to.conversation(), new ClientId(clientId), reply);
        return story().accepted(post).entries().getFirst();
    }

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
                        ports().log().visibleAfter(bob, here, 0, 100),
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
    void who_came_later_sees_nothing_of_it_and_is_known() {
        var owner = story().person("owner");
        var ann = story().person("ann");
        var group = story().group(owner, ann);
        var early = story().says(ann, group, "early").id();
        story().adds(owner, group, story().person("bob"), story().person("cat"));
        var late = story().says(ann, group, "late").id();
        story().leaves(ann, group);
        story().adds(owner, group, ann);
        var bob = ports().people().byUsername("bob").orElseThrow().id();
        var cat = ports().people().byUsername("cat").orElseThrow().id();

        assertThat(as(bob, early)).isNull();
        assertThat(text(bob, late)).isEqualTo("late");
        assertThat(ports().inbox().blindTo(early, 9)).containsExactlyInAnyOrder(bob, cat);
        assertThat(ports().inbox().blindTo(late, 9)).isEmpty();
        assertThat(story().refused(new Command.Hide(bob, early)))
                .isEqualTo(Refusal.MESSAGE_NOT_FOUND);
    }

    @Test
    void who_came_later_and_has_left_since_is_blind_to_what_was_told_before_they_left() {
        var owner = story().person("owner");
        var group = story().group(owner, story().person("ann"));
        var early = story().says(owner, group, "early").id();
        var bob = story().person("bob");
        story().adds(owner, group, bob);
        var edit = story().edits(owner, early, "early on");
        var late = story().says(owner, group, "late").id();
        story().leaves(bob, group);

        assertThat(ports().inbox().blindTo(early, edit.seq())).containsExactly(bob);
        assertThat(ports().inbox().blindTo(late, late.seq())).isEmpty();
        assertThat(ports().inbox().blindTo(early, late.seq() + 2)).isEmpty();
        assertThat(ports().inbox().goneSince(group, edit.seq())).containsExactly(bob);
        assertThat(ports().inbox().goneSince(group, late.seq() + 2)).isEmpty();
        story().adds(owner, group, bob);
        assertThat(ports().inbox().goneSince(group, edit.seq())).isEmpty();
        assertThat(ports().inbox().blindTo(early, edit.seq())).containsExactly(bob);
    }

    @Test
    void who_has_cleared_or_hidden_a_message_is_blind_to_it() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var here = story().privately(ann, bob);
        var one = story().says(ann, here, "1").id();
        var two = story().says(ann, here, "2").id();
        story().accepted(new Command.Hide(bob, two));
        assertThat(ports().inbox().blindTo(one, 3)).isEmpty();
        assertThat(ports().inbox().blindTo(two, 3)).containsExactly(bob);
        story().clears(ann, here);
        assertThat(ports().inbox().blindTo(one, 3)).containsExactly(ann);
        assertThat(ports().inbox().blindTo(two, 3)).containsExactlyInAnyOrder(ann, bob);
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
    void a_quote_is_shown_to_those_who_see_what_it_quotes() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var cat = story().person("cat");
        var group = story().group(ann, bob);
        var said = story().says(ann, group, "secret");
        story().adds(ann, group, cat);
        var reply = replies(bob, said).id();

        assertThat(quote(ann, reply)).isNotNull();
        assertThat(quote(cat, reply)).isNull();
        assertThat(lastMessage(cat, group).quote()).isNull();
        assertThat(
                        ports().inbox()
                                .timeline(cat, group, new Window.Latest(), 9)
                                .orElseThrow()
                                .toString())
                .doesNotContain("secret");
        story().accepted(new Command.Hide(ann, said.id()));
        assertThat(quote(ann, reply)).isNull();
        assertThat(quote(bob, reply)).isNotNull();
        story().clears(bob, group);
        var again = replies(ann, story().says(ann, group, "open"), "r2").id();
        assertThat(Objects.requireNonNull(quote(bob, again)).text()).isEqualTo("open");
    }

    private @Nullable Quote quote(PersonId reader, MessageId reply) {
        return Objects.requireNonNull(as(reader, reply)).quote();
    }

    @Test
    void who_has_left_finds_messages_as_they_were_save_those_deleted_since() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var group = story().group(ann, bob);
        var changed = story().says(ann, group, "1").id();
        var gone = story().says(ann, group, "2").id();
        story().edits(ann, changed, "1 then");
        story().leaves(bob, group);
        story().edits(ann, changed, "1 since");
        story().deletes(ann, gone);

        assertThat(text(bob, changed)).isEqualTo("1 then");
        assertThat(text(ann, changed)).isEqualTo("1 since");
        assertThat(Objects.requireNonNull(as(bob, gone)).deleted()).isTrue();
        story().adds(ann, group, bob);
        assertThat(text(bob, changed)).isEqualTo("1 since");
    }

    @Test
    void what_one_hides_is_hidden_from_oneself_alone() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var here = story().privately(ann, bob);
        story().says(ann, here, "2");
        story().says(ann, here, "3");
        var last = story().says(ann, here, "4").id();
        story().accepted(new Command.Hide(bob, last));

        assertThat(as(bob, last)).isNull();
        assertThat(page(bob, here)).containsExactly(1L, 2L, 3L);
        assertThat(page(ann, here)).containsExactly(2L, 3L, 4L);
        assertThat(lastMessage(bob, here).seq()).isEqualTo(3);
        assertThat(lastMessage(ann, here).seq()).isEqualTo(4);
        assertThat(ports().log().ownAfter(bob, 1, 10))
                .extracting(OwnEntry::event)
                .containsExactly(new Personal.Hidden(here, 4));
        assertThat(story().accepted(new Command.Hide(bob, last)).repeated()).isTrue();
        assertThat(story().refused(new Command.Hide(story().person("eve"), last)))
                .isEqualTo(Refusal.NOT_FOUND);
        assertThat(story().refused(new Command.Hide(bob, new MessageId(here, 99))))
                .isEqualTo(Refusal.MESSAGE_NOT_FOUND);
    }

    @Test
    void what_one_does_not_see_one_does_nothing_with_not_even_ones_own() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var group = story().group(ann, bob);
        var hidden = story().says(ann, group, "hidden").id();
        var cleared = story().says(bob, group, "cleared").id();
        story().accepted(new Command.React(ann, hidden, "👍"));
        story().accepted(new Command.Hide(ann, hidden));
        story().clears(bob, group);
        for (var command :
                List.of(
                        new Command.Edit(ann, hidden, "other", List.of()),
                        new Command.Delete(ann, hidden),
                        new Command.React(ann, hidden, "❤"),
                        new Command.Unreact(ann, hidden, "👍"),
                        new Command.Pin(ann, hidden),
                        new Command.Forward(ann, hidden, group, new ClientId("f")),
                        new Command.Edit(bob, cleared, "other", List.of()),
                        new Command.Delete(bob, cleared),
                        new Command.Post(
                                ann,
                                group,
                                new ClientId("r"),
                                new Content("text", "yes", hidden.seq())))) {
            assertThat(story().refused(command)).as("%s", command).isEqualTo(MESSAGE_NOT_FOUND);
        }
    }

    @Test
    void a_hidden_message_is_counted_among_no_mentions() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var group = story().group(ann, bob);
        var named = Content.text("hey").reworded("hey", List.of(bob));
        var said = story().accepted(new Command.Post(ann, group, new ClientId("m"), named));
        story().accepted(new Command.Hide(bob, said.entries().getFirst().id()));
        assertThat(mentions(bob, group)).isZero();
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
    void what_was_forwarded_is_said_so_again_though_it_is_gone_or_changed_where_it_came_from() {
        var ann = story().person("ann");
        var group = story().group(ann, story().person("bob"));
        var other = story().group(ann);
        var said = story().says(ann, group, "onwards").id();
        var forward = new Command.Forward(ann, said, other, new ClientId("f"));
        var first = story().accepted(forward);
        story().edits(ann, said, "changed");
        assertThat(story().accepted(forward).entries()).isEqualTo(first.entries());
        story().deletes(ann, said);
        assertThat(story().accepted(forward).entries()).isEqualTo(first.entries());
        story().leaves(ann, group);
        story().leaves(ann, other);
        var again = story().accepted(forward);
        assertThat(again.entries()).isEqualTo(first.entries());
        assertThat(again.repeated()).isTrue();
        assertThat(story().refused(new Command.Forward(ann, said, other, new ClientId("g"))))
                .isEqualTo(Refusal.NOT_FOUND);
    }

    @Test
    void fifty_names_are_the_most_whoever_they_are() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var here = story().privately(ann, bob);
        var many = Content.text("hey").reworded("hey", Collections.nCopies(51, bob));
        assertThat(story().refused(new Command.Post(ann, here, new ClientId("m"), many)))
                .isEqualTo(Refusal.TOO_MANY_MENTIONS);
        var fewer = many.reworded("hey", Collections.nCopies(50, bob));
        story().accepted(new Command.Post(ann, here, new ClientId("m"), fewer));
    }

    @Test
    void a_quote_is_the_beginning_of_a_long_message() {
        var ann = story().person("ann");
        var here = story().privately(ann, story().person("bob"));
        var said = story().says(ann, here, "😀".repeat(300));
        var reply = replies(ann, said).id();
        assertThat(Objects.requireNonNull(Objects.requireNonNull(as(ann, reply)).quote()).text())
                .isEqualTo("😀".repeat(200));
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

    @Test
    void each_person_has_each_emoji_once_on_a_message() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var here = story().privately(ann, bob);
        var said = story().says(ann, here, "a").id();
        story().accepted(new Command.React(bob, said, "👍"));
        story().accepted(new Command.React(ann, said, "❤"));
        story().accepted(new Command.React(ann, said, "👍"));
        assertThat(story().accepted(new Command.React(bob, said, "👍")).repeated()).isTrue();
        assertThat(Objects.requireNonNull(as(ann, said)).reactions())
                .containsExactly(
                        new Reaction("👍", List.of(bob, ann)),
                        new Reaction("\u2764\ufe0f", List.of(ann)));
        assertThat(page(ann, here)).containsExactly(1L, 2L);
        assertThat(ports().inbox().unreadTotal(bob)).isEqualTo(1);

        story().accepted(new Command.Unreact(bob, said, "👍"));
        assertThat(story().accepted(new Command.Unreact(bob, said, "👍")).repeated()).isTrue();
        assertThat(Objects.requireNonNull(as(ann, said)).reactions()).hasSize(2);
        story().deletes(ann, said);
        assertThat(Objects.requireNonNull(as(ann, said)).reactions()).isEmpty();
        assertThat(story().refused(new Command.React(bob, said, "👍")))
                .isEqualTo(Refusal.MESSAGE_DELETED);
    }

    @Test
    void of_many_who_answer_the_first_are_named_and_whoever_looks_or_has_just_done_it() {
        var owner = story().person("owner");
        var crowd = new ArrayList<PersonId>();
        for (var i = 0; i < 23; i++) {
            crowd.add(story().person("p" + i));
        }
        var group = story().group(owner, crowd.toArray(PersonId[]::new));
        var said = story().says(owner, group, "vote").id();
        var last = 0L;
        for (var person : crowd) {
            var done = story().accepted(new Command.React(person, said, "👍"));
            last = done.entries().getFirst().seq();
        }
        var first = crowd.subList(0, 20);
        assertThat(Objects.requireNonNull(as(owner, said)).reactions())
                .containsExactly(new Reaction("👍", 23, first));
        var seen = Objects.requireNonNull(as(crowd.get(21), said)).reactions().getFirst();
        assertThat(seen.people()).startsWith(first.toArray(PersonId[]::new)).hasSize(21);
        assertThat(seen.people()).endsWith(crowd.get(21));
        var told = ports().inbox().message(said, last).orElseThrow().reactions().getFirst();
        assertThat(told.people()).hasSize(21).endsWith(crowd.getLast());
        assertThat(ports().inbox().message(said).orElseThrow().reactions())
                .containsExactly(new Reaction("👍", 23, first));
    }

    @Test
    void a_message_has_at_most_twenty_different_emojis() {
        var ann = story().person("ann");
        var said = story().says(ann, story().privately(ann, story().person("bob")), "a").id();
        for (var i = 0; i < 20; i++) {
            story().accepted(new Command.React(ann, said, Character.toString(0x1F600 + i)));
        }
        assertThat(story().refused(new Command.React(ann, said, "👍")))
                .isEqualTo(Refusal.TOO_MANY_REACTIONS);
        assertThat(story().refused(new Command.React(ann, said, "no")))
                .isEqualTo(Refusal.BAD_EMOJI);
        assertThat(story().refused(new Command.React(story().person("eve"), said, "👍")))
                .isEqualTo(Refusal.NOT_FOUND);
    }

    @Test
    void pinned_messages_come_latest_first_until_they_are_unpinned_or_deleted() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var here = story().privately(ann, bob);
        var one = story().says(ann, here, "1").id();
        var two = story().says(bob, here, "2").id();
        story().accepted(new Command.Pin(ann, two));
        story().accepted(new Command.Pin(bob, one));
        assertThat(story().accepted(new Command.Pin(ann, one)).repeated()).isTrue();
        assertThat(pins(bob, here)).containsExactly(one, two);
        assertThat(Objects.requireNonNull(as(ann, one)).marks().pin())
                .isEqualTo(new Message.Pin(time.now(), bob));
        story().accepted(new Command.Unpin(ann, one));
        assertThat(story().accepted(new Command.Unpin(ann, one)).repeated()).isTrue();
        story().deletes(bob, two);
        assertThat(pins(ann, here)).isEmpty();
        assertThat(story().refused(new Command.Pin(bob, two))).isEqualTo(Refusal.MESSAGE_DELETED);
        assertThat(ports().inbox().pins(story().person("eve"), here)).isEmpty();
    }

    private List<MessageId> pins(PersonId reader, ConversationId where) {
        var pins = ports().inbox().pins(reader, where).orElseThrow();
        return pins.stream().map(message -> message.posted().id()).toList();
    }

    @Test
    void fifty_messages_may_be_pinned() {
        var ann = story().person("ann");
        var here = story().privately(ann, story().person("bob"));
        story().saysMuch(ann, here, 51);
        for (var seq = 2; seq < 52; seq++) {
            story().accepted(new Command.Pin(ann, new MessageId(here, seq)));
        }
        assertThat(story().refused(new Command.Pin(ann, new MessageId(here, 52))))
                .isEqualTo(Refusal.TOO_MANY_PINS);
        assertThat(pins(ann, here)).hasSize(50);
    }

    @Test
    void a_message_names_members_and_they_are_counted_until_they_read_it() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var eve = story().person("eve");
        var group = story().group(ann, bob);
        var named = Content.text("hey").reworded("hey", List.of(bob, eve, bob));
        var said =
                story().accepted(new Command.Post(ann, group, new ClientId("m"), named))
                        .entries()
                        .getFirst()
                        .id();
        assertThat(Objects.requireNonNull(as(bob, said)).content().mentions()).containsExactly(bob);
        assertThat(mentions(bob, group)).isEqualTo(1);
        assertThat(mentions(ann, group)).isZero();
        story().edits(ann, said, "hey nobody");
        assertThat(mentions(bob, group)).isZero();
        story().accepted(new Command.Edit(ann, said, "hey bob", List.of(bob)));
        assertThat(mentions(bob, group)).isEqualTo(1);
        story().reads(bob, group, 99);
        assertThat(mentions(bob, group)).isZero();
        assertThat(
                        story().accepted(new Command.Post(ann, group, new ClientId("m"), named))
                                .repeated())
                .isTrue();
    }

    @Test
    void a_deleted_message_names_nobody() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var group = story().group(ann, bob);
        var named = Content.text("hey").reworded("hey", List.of(bob));
        var said = story().accepted(new Command.Post(ann, group, new ClientId("m"), named));
        story().deletes(ann, said.entries().getFirst().id());
        assertThat(mentions(bob, group)).isZero();
    }

    private long mentions(PersonId reader, ConversationId where) {
        return ports().inbox().conversation(reader, where).orElseThrow().mentions();
    }
}
