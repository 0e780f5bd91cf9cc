// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command.Forward;
import io.palabre.core.conversations.Command.Post;
import io.palabre.core.conversations.Decision.Refuse;
import java.time.Instant;
import java.util.Optional;

/// How messages are forwarded: what one sees in one conversation is sent into another, of which one
/// is a member too. Under the same client id the same message is forwarded once, and said so again
/// though it may be gone by then where it came from.
record Forwarding(Posting posting) {

    Decision decide(Facts facts, Forward forward, Instant now) {
        return again(facts, forward).orElseGet(() -> first(facts, forward, now));
    }

    /// Which message it was is enough to know it again, whatever that says by now.
    private Optional<Decision> again(Facts facts, Forward forward) {
        return facts.head(forward.conversation())
                .flatMap(_ -> posting.again(facts, post(forward, Content.text(""))));
    }

    private Decision first(Facts facts, Forward forward, Instant now) {
        return Audible.toMember(
                facts,
                forward.message(),
                forward.by(),
                (_, it) ->
                        it.deleted()
                                ? new Refuse(Refusal.MESSAGE_DELETED)
                                : posting.decide(facts, post(forward, it.content()), now));
    }

    private static Post post(Forward forward, Content content) {
        return new Post(
                forward.by(),
                forward.conversation(),
                forward.clientId(),
                content.forwarded(forward.message()));
    }
}
