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
import org.jspecify.annotations.Nullable;

/// The emojis on some messages of a conversation, read at once.
record Reactions(Map<Long, Map<String, Tally>> bySeq) {

    /// For whom they are read.
    ///
    /// @param horizon the last number that counts
    /// @param reader who looks; null for nobody in particular
    record Eyes(long horizon, @Nullable PersonId reader) {}

    /// Those on the messages from `first` to `last`.
    static Reactions of(Db db, ConversationId where, long first, long last, Eyes eyes)
            throws SQLException {
        var found = none();
        db.list(
                Lines.REACTIONS,
                row -> found.add(row, 1, eyes),
                where,
                first,
                last,
                eyes.horizon());
        return found;
    }

    static Reactions none() {
        return new Reactions(new HashMap<>());
    }

    /// One more, later than those before: its message, emoji, person and number begin at this
    /// column.
    boolean add(Row row, int column, Eyes eyes) throws SQLException {
        var added = row.number(column + 3);
        return added <= eyes.horizon()
                && tally(row.number(column), row.text(column + 1))
                        .add(row.person(column + 2), added, eyes);
    }

    private Tally tally(long seq, String emoji) {
        return bySeq.computeIfAbsent(seq, _ -> new LinkedHashMap<>())
                .computeIfAbsent(emoji, _ -> new Tally());
    }

    /// Who has answered with one emoji.
    private static final class Tally {
        private final List<PersonId> named = new ArrayList<>();
        private int count;

        boolean add(PersonId person, long added, Eyes eyes) {
            var isMeant = person.equals(eyes.reader()) || added == eyes.horizon();
            count++;
            return (named.size() < Reaction.NAMED || isMeant) && named.add(person);
        }

        Reaction of(String emoji) {
            return new Reaction(emoji, count, named);
        }
    }

    /// The message with those on it.
    Message on(Message message) {
        var emojis = bySeq.getOrDefault(message.seq(), Map.of());
        return emojis.isEmpty() || message.deleted()
                ? message
                : message.answered(
                        emojis.entrySet().stream()
                                .map(each -> each.getValue().of(each.getKey()))
                                .toList());
    }
}
