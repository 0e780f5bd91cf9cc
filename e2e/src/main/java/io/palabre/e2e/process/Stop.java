// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.process;

/// Places in the program at which a [Debugger] can hold it: where a method begins.
public enum Stop {
    /// A batch is decided, and nothing of it is in the file.
    BEFORE_WRITE("io.palabre.sql.Db", "commit"),
    /// A batch is on the disk, and nobody has an answer.
    BEFORE_ANSWER("io.palabre.sql.Item", "answer"),
    /// All of a batch have their answers, and nobody else has heard.
    BEFORE_DELIVERY("io.palabre.sql.Dispatcher", "add"),
    /// A file is on the disk, and not yet at its place.
    BEFORE_MOVE("io.palabre.sql.OnDisk", "move"),
    /// A file is at its place, and not yet in the database.
    BEFORE_KEEPING("io.palabre.sql.SqliteAttachments", "keep"),
    /// A step of a migration.
    MIGRATING("io.palabre.sql.Migrator", "apply"),
    /// A backup has begun.
    BACKING_UP("io.palabre.sql.Backup", "copyDatabase"),
    /// The database is copied, the files are not.
    BACKING_UP_FILES("io.palabre.sql.Backup", "copyFiles");

    private final String type;
    private final String method;

    Stop(String type, String method) {
        this.type = type;
        this.method = method;
    }

    String type() {
        return type;
    }

    String method() {
        return method;
    }
}
