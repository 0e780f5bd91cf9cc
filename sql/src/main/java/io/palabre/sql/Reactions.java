// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.conversations.Message;
import io.palabre.core.conversations.Reaction;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The emojis on some messages of a conversation, read at once.
record Reactions(Map<Long, Map<String, List<PersonId>>> bySeq) {

    /// Those on the messages from `first` to `last`, as far as `horizon`.
    static Reactions of(Db db, ConversationId where, long first, long last, long horizon)
            throws SQLException {
        var found = new Reactions(new HashMap<>());
        db.list(Lines.REACTIONS, found::add, where, first, last, horizon);
        return found;
    }

    private boolean add(Row row) throws SQLException {
        return bySeq.computeIfAbsent(row.number(1), _ -> new LinkedHashMap<>())
                .computeIfAbsent(row.text(2), _ -> new ArrayList<>())
                .add(row.person(3));
    }

    /// The message with those on it.
    Message on(Message message) {
        var emojis = bySeq.getOrDefault(message.seq(), Map.of());
        return emojis.isEmpty() || message.deleted()
                ? message
                : message.answered(
                        emojis.entrySet().stream()
                                .map(each -> new Reaction(each.getKey(), each.getValue()))
                                .toList());
    }
}
