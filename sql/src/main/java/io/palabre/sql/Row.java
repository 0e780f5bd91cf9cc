// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.ids.AttachmentId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.SessionId;
import io.palabre.core.ids.Ulid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A row of an answer; its columns count from 1.
record Row(ResultSet rows) {

    long number(int column) throws SQLException {
        return rows.getLong(column);
    }

    int small(int column) throws SQLException {
        return rows.getInt(column);
    }

    boolean truth(int column) throws SQLException {
        return rows.getInt(column) != 0;
    }

    Instant time(int column) throws SQLException {
        return Instant.ofEpochMilli(rows.getLong(column));
    }

    @Nullable Instant timeOrNull(int column) throws SQLException {
        var millis = rows.getLong(column);
        return rows.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    @Nullable Integer smallOrNull(int column) throws SQLException {
        var number = rows.getInt(column);
        return rows.wasNull() ? null : number;
    }

    @Nullable Long numberOrNull(int column) throws SQLException {
        var number = rows.getLong(column);
        return rows.wasNull() ? null : number;
    }

    String text(int column) throws SQLException {
        return Objects.requireNonNull(rows.getString(column));
    }

    @Nullable String textOrNull(int column) throws SQLException {
        return rows.getString(column);
    }

    byte[] bytes(int column) throws SQLException {
        return Objects.requireNonNull(rows.getBytes(column));
    }

    byte @Nullable [] bytesOrNull(int column) throws SQLException {
        return rows.getBytes(column);
    }

    ConversationId conversation(int column) throws SQLException {
        return new ConversationId(Ulid.ofBytes(bytes(column)));
    }

    PersonId person(int column) throws SQLException {
        return new PersonId(Ulid.ofBytes(bytes(column)));
    }

    AttachmentId attachment(int column) throws SQLException {
        return new AttachmentId(Ulid.ofBytes(bytes(column)));
    }

    SessionId session(int column) throws SQLException {
        return new SessionId(Ulid.ofBytes(bytes(column)));
    }

    <E extends Enum<E>> E word(int column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, text(column).toUpperCase(Locale.ROOT));
    }

    /// How a constant is written in a column.
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
