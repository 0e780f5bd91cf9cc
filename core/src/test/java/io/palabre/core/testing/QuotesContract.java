// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command;
import io.palabre.core.ids.ClientId;
import io.palabre.core.inbox.Window;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What every store makes of messages that say what another said: replies, and what is forwarded.
public abstract class QuotesContract extends MessagePorts {

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
}
