// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Message;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What every store makes of pinned messages.
public abstract class PinsContract extends MessagePorts {

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
}
