// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a client that follows `docs/events.md` holds of a conversation.
public final class Snapshot {
    private static final int QUOTED = 200;

    private final String conversation;
    private final TreeMap<Long, ObjectNode> messages = new TreeMap<>();
    private final long ownSeq;
    private final long seq;

    private Snapshot(String conversation, long ownSeq, long seq) {
        this.conversation = conversation;
        this.ownSeq = ownSeq;
        this.seq = seq;
    }

    /// Loaded now.
    public static Snapshot of(Someone someone, String conversation) {
        var whole = someone.get("/api/messages/conversations/" + conversation);
        var own = someone.post("/api/sync", "{\"cursors\":{}}").number("/ownSeq");
        var snapshot = new Snapshot(conversation, own, whole.number("/conversation/lastSeq"));
        whole.body().at("/messages").forEach(snapshot::hold);
        return snapshot;
    }

    public List<JsonNode> messages() {
        return List.copyOf(messages.values());
    }

    /// Takes in what happened since.
    public void catchUp(Someone someone) {
        someone.missed(ownSeq, Map.of(conversation, seq)).forEach(this::hear);
    }

    private void hear(JsonNode event) {
        var data = event.at("/data");
        if (!data.at("/conversationId").asText().equals(conversation)) return;
        switch (event.at("/event").asText()) {
            case "new_message", "conversation_updated" -> hold(data.at("/message"));
            case "message_updated", "message_deleted" -> replace(data.at("/message"));
            case "message_hidden" -> hide(data.at("/messageId"));
            default -> throw new AssertionError(event);
        }
    }

    private void hide(JsonNode id) {
        messages.values().removeIf(message -> message.at("/id").equals(id));
        messages.values().stream()
                .filter(reply -> reply.at("/quote/id").equals(id))
                .forEach(reply -> reply.remove("quote"));
    }

    private void hold(JsonNode message) {
        messages.put(message.at("/seq").asLong(), message.deepCopy());
    }

    private void replace(JsonNode message) {
        if (messages.containsKey(message.at("/seq").asLong())) hold(message);
        messages.values().stream()
                .filter(reply -> reply.at("/quote/id").equals(message.at("/id")))
                .forEach(reply -> requote((ObjectNode) reply.get("quote"), message));
    }

    private static void requote(ObjectNode quote, JsonNode message) {
        quote.remove("content");
        if (message.has("deletedAt")) {
            quote.put("deleted", true);
        } else {
            var text = message.at("/content").asText();
            int end = Math.min(QUOTED, text.codePointCount(0, text.length()));
            quote.put("content", text.substring(0, text.offsetByCodePoints(0, end)));
        }
    }
}
