// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.people.Portraits;
import java.util.Optional;

/// Pictures of people and groups in SQLite: they are small, and copied and restored with the rest.
final class SqlitePortraits implements Portraits {

    static final String OF = "SELECT picture FROM portrait WHERE person = ?";
    static final String KEEP =
            """
            INSERT INTO portrait (person, picture)
            SELECT id, ? FROM person WHERE id = ?
            ON CONFLICT (person) DO UPDATE SET picture = excluded.picture
            """;
    static final String REMOVE = "DELETE FROM portrait WHERE person = ?";
    static final String OF_GROUP = "SELECT picture FROM group_portrait WHERE conversation = ?";
    static final String KEEP_GROUP =
            """
            INSERT INTO group_portrait (conversation, picture)
            SELECT id, ? FROM conversation WHERE id = ?
            ON CONFLICT (conversation) DO UPDATE SET picture = excluded.picture
            """;
    static final String REMOVE_GROUP = "DELETE FROM group_portrait WHERE conversation = ?";

    private final Writer writer;
    private final Readers readers;

    SqlitePortraits(Writer writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    @Override
    public Optional<byte[]> of(PersonId person) {
        return readers.read(db -> db.first(OF, row -> row.bytes(1), person));
    }

    @Override
    public void keep(PersonId person, byte[] picture) {
        writer.write(db -> db.update(KEEP, picture, person));
    }

    @Override
    public void remove(PersonId person) {
        writer.write(db -> db.update(REMOVE, person));
    }

    @Override
    public Optional<byte[]> of(ConversationId conversation) {
        return readers.read(db -> db.first(OF_GROUP, row -> row.bytes(1), conversation));
    }

    @Override
    public void keep(ConversationId conversation, byte[] picture) {
        writer.write(db -> db.update(KEEP_GROUP, picture, conversation));
    }

    @Override
    public void remove(ConversationId conversation) {
        writer.write(db -> db.update(REMOVE_GROUP, conversation));
    }
}
