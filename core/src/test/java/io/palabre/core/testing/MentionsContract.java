// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Content;
import io.palabre.core.ids.ClientId;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What every store makes of messages that name members.
public abstract class MentionsContract extends MessagePorts {

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
}
