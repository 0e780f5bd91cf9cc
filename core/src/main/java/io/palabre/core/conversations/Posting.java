// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.Refusal;
import io.palabre.core.attachments.Attachment;
import io.palabre.core.conversations.Command.Post;
import io.palabre.core.conversations.Decision.Append;
import io.palabre.core.conversations.Decision.Refuse;
import io.palabre.core.conversations.Decision.Repeat;
import io.palabre.core.conversations.Durable.Posted;
import io.palabre.core.ids.AttachmentId;
import io.palabre.core.ids.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How messages are sent. The same client id with the same content is the same message, whenever it
/// comes again, even when its sender has left since; with another content it is a mistake, unless
/// it is deleted and nobody knows any more what it said.
record Posting(Limits limits, Fingerprints fingerprints) {

    private static final int MOST_ATTACHMENTS = 10;

    Decision decide(Facts facts, Post post, Instant now) {
        var head = facts.head(post.conversation());
        if (head.isEmpty()) {
            return new Refuse(Refusal.NOT_FOUND);
        }
        return again(facts, post).orElseGet(() -> first(facts, head.get(), post, now));
    }

    /// What is answered when this client id was used before; empty when it was not.
    ///
    /// @param post into a conversation that exists
    Optional<Decision> again(Facts facts, Post post) {
        return facts.earlier(post.conversation(), post.by(), post.clientId())
                .map(earlier -> again(earlier, post));
    }

    private Decision again(Facts.Earlier earlier, Post post) {
        var then = earlier.fingerprint();
        return then == null || then.equals(fingerprints.of(post.content(), carried(post)))
                ? new Repeat(post.conversation(), List.of(earlier.entry()))
                : new Refuse(Refusal.CID_CONFLICT);
    }

    private Decision first(Facts facts, Head head, Post post, Instant now) {
        var part = facts.part(post.conversation(), post.by());
        if (part.isEmpty()) {
            return new Refuse(Refusal.NOT_FOUND);
        }
        return Blocking.objectionToMeeting(facts, head, post.by())
                .or(() -> new Contents(limits).objection(post.content(), carried(post)))
                .or(() -> objectionToReply(facts, post))
                .or(() -> objectionToAttachments(facts, post))
                .<Decision>map(Refuse::new)
                .orElseGet(() -> append(facts, head, part.get(), post, now));
    }

    /// One answers a message, and one that one may see.
    private static Optional<Refusal> objectionToReply(Facts facts, Post post) {
        var replyTo = post.content().replyTo();
        if (replyTo == null) {
            return Optional.empty();
        }
        var answered = new MessageId(post.conversation(), replyTo);
        var fine =
                facts.isMessage(post.conversation(), replyTo)
                        && Sight.sees(facts, post.by(), answered);
        return fine ? Optional.empty() : Optional.of(Refusal.MESSAGE_NOT_FOUND);
    }

    /// One sends what one has uploaded oneself, each thing once.
    private static Optional<Refusal> objectionToAttachments(Facts facts, Post post) {
        var attachments = post.attachments();
        if (attachments.size() > MOST_ATTACHMENTS) {
            return Optional.of(Refusal.TOO_MANY_ATTACHMENTS);
        }
        var fine =
                Set.copyOf(attachments).size() == attachments.size()
                        && attachments.stream()
                                .allMatch(id -> facts.attachable(post.by(), id).isPresent());
        return fine ? Optional.empty() : Optional.of(Refusal.ATTACHMENT_NOT_FOUND);
    }

    /// What is forwarded carries what it carried; else it is what the sender has uploaded.
    private static List<AttachmentId> carried(Post post) {
        return post.attachments().isEmpty()
                ? post.content().attachments().stream().map(Attachment::id).toList()
                : post.attachments();
    }

    private static List<Attachment> attached(Facts facts, Post post) {
        return post.attachments().isEmpty()
                ? post.content().attachments()
                : post.attachments().stream()
                        .flatMap(id -> facts.attachable(post.by(), id).stream())
                        .toList();
    }

    private static Decision append(
            Facts facts, Head head, Facts.Part part, Post post, Instant now) {
        var content = post.content();
        var named = Mentions.kept(facts, post.conversation(), content.mentions());
        var said = content.reworded(content.text(), named).carrying(attached(facts, post));
        var posted = new Posted(post.clientId(), said);
        var entry = head.followedBy(post.by(), posted, now);
        var notes = Arranging.whenPosted(facts, post, part, now);
        return new Append(head.conversation(), List.of(entry), notes);
    }
}
