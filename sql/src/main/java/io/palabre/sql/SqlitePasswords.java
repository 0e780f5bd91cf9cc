// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.ids.PersonId;
import io.palabre.core.people.Passwords;
import java.util.Optional;

/// Proofs of passwords in SQLite.
final class SqlitePasswords implements Passwords {

    static final String PROOF = "SELECT password FROM person WHERE id = ? AND password IS NOT NULL";
    static final String KEEP = "UPDATE person SET password = ? WHERE id = ?";

    private final Writer writer;
    private final Readers readers;

    SqlitePasswords(Writer writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    @Override
    public Optional<String> proof(PersonId person) {
        return readers.read(db -> db.first(PROOF, row -> row.text(1), person));
    }

    @Override
    public void keep(PersonId person, String proof) {
        writer.write(db -> db.update(KEEP, proof, person));
    }
}
