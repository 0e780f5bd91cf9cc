// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command.Pin;
import io.palabre.core.conversations.Command.Unpin;
import io.palabre.core.conversations.Decision.Append;
import io.palabre.core.conversations.Decision.Refuse;
import io.palabre.core.conversations.Decision.Repeat;
import io.palabre.core.conversations.Durable.Pinned;
import io.palabre.core.conversations.Durable.Unpinned;
import java.time.Instant;
import java.util.List;

/// How messages are kept in sight: any member pins, any member unpins.
final class Pinning {

    /// How many messages of a conversation may be pinned.
    static final int MOST_PINS = 50;

    private Pinning() {}

    static Decision decide(Facts facts, Pin pin, Instant now) {
        return Audible.toSpeaker(
                facts, pin.message(), pin.by(), (head, it) -> pin(facts, head, it, pin, now));
    }

    private static Decision pin(Facts facts, Head head, Standing it, Pin pin, Instant now) {
        if (it.deleted()) {
            return new Refuse(Refusal.MESSAGE_DELETED);
        }
        if (it.pinned()) {
            return new Repeat(head.conversation(), List.of());
        }
        return facts.pins(head.conversation()) >= MOST_PINS
                ? new Refuse(Refusal.TOO_MANY_PINS)
                : append(head.followedBy(pin.by(), new Pinned(pin.message().seq()), now));
    }

    static Decision decide(Facts facts, Unpin unpin, Instant now) {
        return Audible.toSpeaker(
                facts,
                unpin.message(),
                unpin.by(),
                (head, it) ->
                        it.pinned()
                                ? append(
                                        head.followedBy(
                                                unpin.by(),
                                                new Unpinned(unpin.message().seq()),
                                                now))
                                : new Repeat(head.conversation(), List.of()));
    }

    private static Decision append(Entry entry) {
        return new Append(entry.conversation(), List.of(entry), List.of());
    }
}
