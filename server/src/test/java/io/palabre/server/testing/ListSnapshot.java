// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a client that follows `docs/events.md` holds of its list of conversations. The members and
/// the last message have snapshots of their own.
public final class ListSnapshot {
    private static final List<String> OF_ALL =
            List.of("type", "title", "avatarUrl", "memberCount", "product", "updatedAt");

    private final Someone someone;
    private final Map<String, ObjectNode> conversations = new TreeMap<>();
    private final long ownSeq;

    private ListSnapshot(Someone someone, long ownSeq) {
        this.someone = someone;
        this.ownSeq = ownSeq;
    }

    /// Loaded now: the list, and what is archived.
    public static ListSnapshot of(Someone someone) {
        var own = someone.post("/api/sync", "{\"cursors\":{}}").number("/ownSeq");
        var snapshot = new ListSnapshot(someone, own);
        for (var filter : List.of("all", "archived")) {
            someone.get("/api/conversations?filter=" + filter)
                    .body()
                    .at("/conversations")
                    .forEach(snapshot::hold);
        }
        return snapshot;
    }

    /// What is in the list, by id.
    public Map<String, ObjectNode> listed() {
        var listed = new TreeMap<>(conversations);
        listed.values().removeIf(c -> c.at("/me/clearedSeq").asLong() >= c.at("/said").asLong(1));
        return listed;
    }

    private void hold(JsonNode conversation) {
        var held = Someone.JSON.createObjectNode();
        OF_ALL.forEach(name -> put(held, name, conversation));
        put(held, "lastSeq", conversation);
        put(held, "lastOrd", conversation);
        put(held, "me", conversation);
        held.put("said", conversation.at("/lastMessage/seq").asInt(1));
        conversations.put(conversation.at("/id").asText(), held);
    }

    private static void put(ObjectNode held, String name, JsonNode from) {
        held.remove(name);
        if (from.has(name)) held.set(name, from.get(name));
    }

    /// Takes in what happened since.
    public void catchUp() {
        var cursors = new TreeMap<String, Long>();
        conversations.forEach((id, held) -> cursors.put(id, held.at("/lastSeq").asLong()));
        someone.missed(ownSeq, cursors).forEach(this::hear);
    }

    private void hear(JsonNode event) {
        var data = event.at("/data");
        var held = conversations.get(data.at("/conversationId").asText());
        switch (event.at("/event").asText()) {
            case "new_conversation" -> {
                var conversation = (ObjectNode) data.at("/conversation").deepCopy();
                conversation.set("me", data.at("/me"));
                hold(conversation);
            }
            case "conversation_removed" ->
                    conversations.remove(data.at("/conversationId").asText());
            case "conversation_me" -> {
                if (held != null) held.set("me", data.at("/me"));
            }
            case "messages_read" -> read(held, data.at("/ord").asInt());
            case "conversation_updated" -> update(held, data);
            case "new_message" -> say(held, data.at("/message"));
            default -> throw new AssertionError(event);
        }
    }

    private void update(@Nullable ObjectNode held, JsonNode data) {
        if (held == null || !data.has("conversation")) return;
        var now = data.at("/conversation");
        OF_ALL.forEach(name -> put(held, name, now));
        held.set("lastSeq", data.at("/seq"));
        for (var member : now.at("/members")) {
            if (member.at("/user/id").asText().equals(someone.id())) {
                ((ObjectNode) held.get("me")).put("role", member.at("/role").asText());
            }
        }
    }

    private void say(@Nullable ObjectNode held, JsonNode message) {
        if (held == null || message.at("/seq").asLong() <= held.at("/lastSeq").asLong()) return;
        held.set("lastSeq", message.at("/seq"));
        held.set("said", message.at("/seq"));
        held.set("lastOrd", message.at("/ord"));
        held.set("updatedAt", message.at("/createdAt"));
        boolean own = message.at("/senderId").asText().equals(someone.id());
        read(held, own ? message.at("/ord").asInt() : 0);
    }

    private static void read(@Nullable ObjectNode held, int ord) {
        if (held == null) return;
        var me = (ObjectNode) held.get("me");
        me.put("readOrd", Math.max(me.at("/readOrd").asInt(), ord));
        me.put("unreadCount", held.at("/lastOrd").asInt() - me.at("/readOrd").asInt());
    }
}
