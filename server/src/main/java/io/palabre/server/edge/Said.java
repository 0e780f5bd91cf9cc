// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.edge;

import io.palabre.core.Refusal;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a socket said with an event: one JSON value.
///
/// @param by who says it; null while that is not known
public record Said(String value, Json json, @Nullable PersonId by) {

    /// What names a conversation; clients also say the bare id.
    public record InConversation(String conversationId) {}

    /// Nothing was said beside the name of the event.
    public boolean isAbsent() {
        return value.equals("null");
    }

    public <T> T read(Class<T> type) {
        if (by == null) return json.read(value, type);
        return json.read(value.getBytes(StandardCharsets.UTF_8), type, by.toString());
    }

    /// The value as a record, or as a bare text that stands for one.
    ///
    /// @param bare makes the record from a bare text
    public <T> T read(Class<T> type, Function<String, T> bare) {
        return value.startsWith("\"") ? bare.apply(json.read(value, String.class)) : read(type);
    }

    /// The conversation it names, if it names nothing else.
    public ConversationId conversation() {
        return conversation(read(InConversation.class, InConversation::new).conversationId());
    }

    /// What is no id at all names nothing that exists.
    public static MessageId message(String id) {
        return MessageId.parse(id).orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
    }

    /// What is no id at all names nothing that exists.
    public static ConversationId conversation(String id) {
        return ConversationId.parse(id).orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
    }
}
