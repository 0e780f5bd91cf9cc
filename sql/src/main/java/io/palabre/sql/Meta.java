// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.conversations.Fingerprints;
import io.palabre.core.ids.Ids;
import io.palabre.core.ids.Ulid;
import io.palabre.core.log.Epoch;
import java.sql.SQLException;
import java.util.random.RandomGenerator;

/// What a store knows about itself: its epoch, and how it makes fingerprints.
record Meta(Epoch epoch, Fingerprints fingerprints) {

    private static final int KEY_BYTES = 32;

    /// Reads it, after making it in a store that is new.
    static Meta of(Db db, Ids ids, RandomGenerator random) throws SQLException {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        keep(db, "epoch", ids.next().bytes());
        keep(db, "fingerprint_key", key);
        return new Meta(
                new Epoch(Ulid.ofBytes(read(db, "epoch"))),
                new Fingerprints(read(db, "fingerprint_key")));
    }

    /// From now on its history is another one.
    static void renew(Db db, Ids ids) throws SQLException {
        db.update("UPDATE meta SET value = ? WHERE name = 'epoch'", ids.next().bytes());
    }

    private static void keep(Db db, String name, byte[] value) throws SQLException {
        db.update(
                "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING", name, value);
    }

    private static byte[] read(Db db, String name) throws SQLException {
        return db.first("SELECT value FROM meta WHERE name = ?", row -> row.bytes(1), name)
                .orElseThrow();
    }
}
