// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.ids.PersonId;
import io.palabre.core.people.Portraits;
import java.util.Optional;

/// Pictures of people in SQLite: they are small, and copied and restored with the rest.
final class SqlitePortraits implements Portraits {

    static final String OF = "SELECT picture FROM portrait WHERE person = ?";
    static final String KEEP =
            """
            INSERT INTO portrait (person, picture)
            SELECT id, ? FROM person WHERE id = ?
            ON CONFLICT (person) DO UPDATE SET picture = excluded.picture
            """;
    static final String REMOVE = "DELETE FROM portrait WHERE person = ?";

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
}
