// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.attachments.Attachment;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a message says.
///
/// @param type `text`, or a lower-case word the clients agree on
/// @param replyTo the number of the message it answers, in the same conversation
/// @param mentions whom it names, each once
/// @param data what its type holds beside the text, as a JSON object
/// @param forwardedOf the message it repeats; nobody is shown which
/// @param attachments what it carries, in the order its sender gave them
public record Content(
        String type,
        String text,
        @Nullable Long replyTo,
        List<PersonId> mentions,
        @Nullable String data,
        @Nullable MessageId forwardedOf,
        List<Attachment> attachments) {

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9_]{0,31}");
    private static final Set<String> SERVERS_OWN = Set.of("system", "call");

    public Content {
        mentions = List.copyOf(mentions);
        attachments = List.copyOf(attachments);
    }

    public Content(String type, String text, @Nullable Long replyTo) {
        this(type, text, replyTo, List.of(), null, null, List.of());
    }

    /// Whether people may send messages of this type: a lower-case word, and none of those in which
    /// the server speaks.
    public static boolean mayBeSent(String type) {
        return TYPE.matcher(type).matches() && !SERVERS_OWN.contains(type);
    }

    /// A plain text.
    public static Content text(String text) {
        return new Content("text", text, null);
    }

    /// The same with other words.
    public Content reworded(String words, List<PersonId> named) {
        return new Content(type, words, replyTo, named, data, forwardedOf, attachments);
    }

    /// The same, which carries these.
    Content carrying(List<Attachment> attached) {
        return new Content(type, text, replyTo, mentions, data, forwardedOf, attached);
    }

    /// The same as a message of its own elsewhere.
    ///
    /// @param message which one says it
    public Content forwarded(MessageId message) {
        return new Content(type, text, null, List.of(), data, message, attachments);
    }

    /// What is left of it when it is deleted.
    public Content erased() {
        return new Content(type, "", null);
    }
}
