// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Reaction;
import io.palabre.core.ids.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What every store makes of reactions.
public abstract class ReactionsContract extends MessagePorts {

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
}
