// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.conversations.Personal;
import io.palabre.core.ids.PersonId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every [io.palabre.core.people.Blocks] does, and what blocking does to conversations.
public abstract class BlocksContract extends PortContract {

    private PersonId person(String name) {
        return story().person(name);
    }

    @Test
    void it_holds_either_way_from_the_answer_on_until_it_is_taken_back() {
        var ann = person("ann");
        var bob = person("bob");
        assertThat(ports().blocks().between(ann, bob)).isFalse();
        story().accepted(new Command.Block(ann, bob));
        assertThat(ports().blocks().between(ann, bob)).isTrue();
        assertThat(ports().blocks().between(bob, ann)).isTrue();
        assertThat(ports().blocks().around(ann)).containsExactly(bob);
        assertThat(ports().blocks().around(bob)).containsExactly(ann);
        assertThat(ports().blocks().by(ann)).isEqualTo(Set.of(bob));
        assertThat(ports().blocks().by(bob)).isEmpty();
        var cat = person("cat");
        story().accepted(new Command.Block(cat, bob));
        story().accepted(new Command.Block(bob, cat));
        assertThat(ports().blocks().around(bob)).isEqualTo(Set.of(ann, cat));
        story().accepted(new Command.Unblock(cat, bob));
        assertThat(ports().blocks().around(bob)).isEqualTo(Set.of(ann, cat));
        story().accepted(new Command.Unblock(bob, cat));
        assertThat(ports().blocks().around(bob)).isEqualTo(Set.of(ann));
        assertThat(ports().blocks().around(cat)).isEmpty();
        story().accepted(new Command.Unblock(ann, bob));
        assertThat(ports().blocks().between(bob, ann)).isFalse();
        assertThat(ports().blocks().by(ann)).isEmpty();
    }

    @Test
    void it_stands_in_ones_own_log_once_however_often_it_is_said() {
        var ann = person("ann");
        var bob = person("bob");
        story().accepted(new Command.Block(ann, bob));
        assertThat(story().accepted(new Command.Block(ann, bob)).repeated()).isTrue();
        story().accepted(new Command.Unblock(ann, bob));
        assertThat(story().accepted(new Command.Unblock(ann, bob)).repeated()).isTrue();
        assertThat(ports().log().ownAfter(ann, 0, 10))
                .extracting(OwnEntry::event)
                .isEqualTo(List.of(new Personal.Blocked(bob), new Personal.Unblocked(bob)));
        assertThat(ports().log().ownAfter(bob, 0, 10)).isEmpty();
    }

    @Test
    void between_the_two_nothing_private_passes_and_nothing_private_begins() {
        var ann = person("ann");
        var bob = person("bob");
        var cat = person("cat");
        var here = story().privately(ann, bob);
        story().accepted(new Command.Block(ann, bob));
        story().accepted(new Command.Block(ann, cat));
        assertThat(story().refused(Story.post(bob, here, "x", "hi"))).isEqualTo(Refusal.BLOCKED);
        assertThat(story().refused(Story.post(ann, here, "x", "hi"))).isEqualTo(Refusal.BLOCKED);
        assertThat(story().accepted(new Command.StartPrivate(bob, ann)).conversation())
                .isEqualTo(here);
        assertThat(story().refused(new Command.StartPrivate(cat, ann))).isEqualTo(Refusal.BLOCKED);
        story().accepted(new Command.Unblock(ann, bob));
        story().says(bob, here, "hi again");
    }

    @Test
    void a_message_of_before_is_still_acknowledged() {
        var ann = person("ann");
        var bob = person("bob");
        var here = story().privately(ann, bob);
        var sent = story().accepted(Story.post(bob, here, "x", "hi"));
        story().accepted(new Command.Block(ann, bob));
        assertThat(story().accepted(Story.post(bob, here, "x", "hi")).entries())
                .isEqualTo(sent.entries());
    }

    @Test
    void in_groups_messages_stay_and_nobody_is_brought_into_one_by_whom_they_blocked() {
        var ann = person("ann");
        var bob = person("bob");
        var group = story().group(ann, bob);
        story().accepted(new Command.Block(ann, bob));
        story().says(bob, group, "still here");
        assertThat(story().refused(new Command.StartGroup(bob, "Trap", List.of(ann))))
                .isEqualTo(Refusal.BLOCKED);
        var other = story().group(bob);
        assertThat(story().refused(new Command.AddMembers(bob, other, List.of(ann))))
                .isEqualTo(Refusal.BLOCKED);
    }

    @Test
    void nobody_blocks_themselves_or_one_who_does_not_exist() {
        var ann = person("ann");
        assertThat(story().refused(new Command.Block(ann, ann))).isEqualTo(Refusal.SELF_BLOCK);
        assertThat(story().refused(new Command.Block(ann, nobody())))
                .isEqualTo(Refusal.PERSON_NOT_FOUND);
    }
}
