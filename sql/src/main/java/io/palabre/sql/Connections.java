// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import java.nio.file.Path;
import java.sql.SQLException;

/// How connections to the file are set up.
final class Connections {

    /// After how many pages in the write-ahead log (16 MiB) they are copied into the file: a page
    /// that many sends touch is copied once for all of them.
    private static final int CHECKPOINT_PAGES = 4_096;

    /// How much of the file a reader keeps at hand, in KiB: when thousands come back at once each
    /// asks for other pages.
    private static final int KEPT_KIB = 16_384;

    private Connections() {}

    /// The one connection that writes. A commit returns when the write-ahead log is on disk.
    static Db writer(Path file) throws SQLException {
        var db = Db.open(file);
        try {
            shape(db);
            db.run("PRAGMA journal_mode = WAL");
            db.run("PRAGMA synchronous = FULL");
            db.run("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
            db.run("PRAGMA secure_delete = ON");
            db.run("PRAGMA busy_timeout = 5000");
            return db;
        } catch (SQLException e) {
            db.close();
            throw e;
        }
    }

    /// Takes effect while the file is empty. A page is what disks write at once; freed pages can be
    /// given back after an erasure; what is deleted is overwritten, as erasure promises.
    private static void shape(Db db) throws SQLException {
        db.run("PRAGMA page_size = 4096");
        db.run("PRAGMA auto_vacuum = INCREMENTAL");
    }

    /// A connection that only reads.
    static Db reader(Path file) throws SQLException {
        var db = Db.open(file);
        try {
            db.run("PRAGMA query_only = ON");
            db.run("PRAGMA cache_size = -" + KEPT_KIB);
            db.run("PRAGMA busy_timeout = 5000");
            return db;
        } catch (SQLException e) {
            db.close();
            throw e;
        }
    }
}
