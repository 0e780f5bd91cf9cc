// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import static io.palabre.core.Refusal.MESSAGE_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Content;
import io.palabre.core.conversations.Message;
import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.conversations.Personal;
import io.palabre.core.conversations.Reaction;
import io.palabre.core.ids.ClientId;
import io.palabre.core.ids.MessageId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every store shows of messages to those who have hidden them or deleted them for themselves.
public abstract class HidingContract extends MessagePorts {

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
    void messages_of_many_conversations_are_found_at_once_each_through_ones_own_eyes() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var here = story().privately(ann, bob);
        var left = story().group(ann, bob);
        var others = story().group(ann);
        var early = story().says(ann, left, "early");
        var said = story().says(ann, here, "said");
        var reply = replies(bob, said).id();
        var hidden = story().says(ann, here, "hidden").id();
        var foreign = story().says(ann, others, "foreign").id();
        story().accepted(new Command.Hide(bob, hidden));
        story().accepted(new Command.React(ann, reply, "👍"));
        story().removes(ann, left, bob);
        var late = story().says(ann, left, "late").id();
        story().edits(ann, early.id(), "early on");

        var all = Set.of(early.id(), said.id(), reply, hidden, foreign, late);
        var found = ports().inbox().messages(bob, all);
        assertThat(found).containsOnlyKeys(early.id(), said.id(), reply);
        assertThat(found.get(early.id())).isEqualTo(Message.untouched(early, null));
        assertThat(Objects.requireNonNull(found.get(reply)).reactions())
                .containsExactly(new Reaction("👍", 1, List.of(ann)));
        assertThat(Objects.requireNonNull(found.get(reply)).quote()).isNotNull();
        assertThat(ports().inbox().messages(ann, all)).hasSize(6);
        assertThat(ports().inbox().messages(bob, Set.of(foreign, new MessageId(here, 1))))
                .isEmpty();
        assertThat(ports().inbox().messages(bob, Set.of())).isEmpty();
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
}
