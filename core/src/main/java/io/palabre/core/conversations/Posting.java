// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command.Post;
import io.palabre.core.conversations.Decision.Append;
import io.palabre.core.conversations.Decision.Refuse;
import io.palabre.core.conversations.Decision.Repeat;
import io.palabre.core.conversations.Durable.Posted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How messages are sent. The same client id with the same content is the same message, whenever it
/// comes again, even when its sender has left since; with another content it is a mistake.
record Posting(Limits limits, Fingerprints fingerprints) {

    Decision decide(Facts facts, Post post, Instant now) {
        var head = facts.head(post.conversation());
        if (head.isEmpty()) {
            return new Refuse(Refusal.NOT_FOUND);
        }
        return facts.earlier(post.conversation(), post.by(), post.clientId())
                .map(earlier -> again(earlier, post))
                .orElseGet(() -> first(facts, head.get(), post, now));
    }

    private Decision again(Facts.Earlier earlier, Post post) {
        return earlier.fingerprint().equals(fingerprints.of(post.content()))
                ? new Repeat(post.conversation(), List.of(earlier.entry()))
                : new Refuse(Refusal.CID_CONFLICT);
    }

    private Decision first(Facts facts, Head head, Post post, Instant now) {
        var part = facts.part(post.conversation(), post.by());
        if (part.isEmpty()) {
            return new Refuse(Refusal.NOT_FOUND);
        }
        return Blocking.objectionToMeeting(facts, head, post.by())
                .or(() -> new Contents(limits).objection(post.content()))
                .or(() -> objectionToReply(facts, post))
                .<Decision>map(Refuse::new)
                .orElseGet(() -> append(facts, head, part.get(), post, now));
    }

    /// One answers a message, and one that one may see.
    private static Optional<Refusal> objectionToReply(Facts facts, Post post) {
        var replyTo = post.content().replyTo();
        if (replyTo == null) {
            return Optional.empty();
        }
        var fine =
                facts.isMessage(post.conversation(), replyTo)
                        && facts.intervals(post.conversation(), post.by()).contains(replyTo);
        return fine ? Optional.empty() : Optional.of(Refusal.MESSAGE_NOT_FOUND);
    }

    private static Decision append(
            Facts facts, Head head, Facts.Part part, Post post, Instant now) {
        var content = post.content();
        var named = Mentions.kept(facts, post.conversation(), content.mentions());
        var posted = new Posted(post.clientId(), content.reworded(content.text(), named));
        var entry = head.followedBy(post.by(), posted, now);
        var notes = Arranging.whenPosted(facts, post, part, now);
        return new Append(head.conversation(), List.of(entry), notes);
    }
}
