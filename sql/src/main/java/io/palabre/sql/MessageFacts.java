// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.conversations.Facts.Earlier;
import io.palabre.core.conversations.Fingerprint;
import io.palabre.core.conversations.Standing;
import io.palabre.core.ids.ClientId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is so of messages at the moment of a decision.
record MessageFacts(Db db, Events events, Lines lines) {

    static final String IS_MESSAGE =
            "SELECT 1 FROM event WHERE conversation = ? AND seq = ? AND kind = 'posted'";

    static final String EARLIER =
            "SELECT "
                    + Events.COLUMNS
                    + ", fingerprint FROM event"
                    + " WHERE conversation = ? AND actor = ? AND client_id = ?";

    static final String EMOJIS =
            "SELECT DISTINCT emoji FROM reaction INDEXED BY reaction_of"
                    + " WHERE conversation = ? AND seq = ?";

    static final String REACTED =
            "SELECT 1 FROM reaction INDEXED BY reaction_of"
                    + " WHERE conversation = ? AND seq = ? AND emoji = ? AND person = ?";

    static final String PINS =
            "SELECT COUNT(*) FROM message INDEXED BY message_pinned"
                    + " WHERE conversation = ? AND pinned IS NOT NULL";

    boolean isMessage(ConversationId conversation, long seq) throws SQLException {
        return db.first(IS_MESSAGE, _ -> true, conversation, seq).isPresent();
    }

    Optional<Standing> standing(MessageId message) throws SQLException {
        return lines.message(db, message)
                .map(
                        it ->
                                new Standing(
                                        it.posted(),
                                        it.content(),
                                        it.deleted(),
                                        it.marks().pin() != null));
    }

    Set<String> emojis(MessageId message) throws SQLException {
        var where = message.conversation();
        return Set.copyOf(db.list(EMOJIS, row -> row.text(1), where, message.seq()));
    }

    boolean reacted(MessageId message, PersonId person, String emoji) throws SQLException {
        var where = message.conversation();
        return db.first(REACTED, _ -> true, where, message.seq(), emoji, person).isPresent();
    }

    int pins(ConversationId conversation) throws SQLException {
        return db.first(PINS, row -> row.small(1), conversation).orElseThrow();
    }

    boolean hidden(PersonId person, MessageId message) throws SQLException {
        var where = message.conversation();
        return db.first(Lines.HIDDEN, _ -> true, person, where, message.seq()).isPresent();
    }

    Optional<Earlier> earlier(ConversationId conversation, PersonId sender, ClientId clientId)
            throws SQLException {
        return db.first(
                EARLIER,
                row -> new Earlier(events.entry(row), fingerprint(row)),
                conversation,
                sender,
                clientId.text());
    }

    private static @Nullable Fingerprint fingerprint(Row row) throws SQLException {
        var bytes = row.bytesOrNull(9);
        return bytes == null ? null : new Fingerprint(HexFormat.of().formatHex(bytes));
    }
}
