// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.log.Epoch;
import io.palabre.core.search.Grams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The file that finds messages by pieces of their words. It holds nothing that the log does not
/// hold, and is made anew whenever it does not fit: it is missing, damaged, of another version or
/// of another history.
///
/// A row's number is that of its conversation and that of its message: so a conversation's messages
/// stand together, in their order, and one conversation is searched without the others.
final class SearchIndex {

    static final int VERSION = 2;
    private static final int SEQ_BITS = 32;

    static final String FIND =
            """
            SELECT rowid FROM search.gram WHERE gram MATCH ? AND rowid BETWEEN ? AND ?
            ORDER BY rowid DESC LIMIT ?
            """;
    static final String ANYWHERE = "SELECT rowid FROM search.gram WHERE gram MATCH ? LIMIT ?";
    static final String NUMBER = "SELECT no FROM search.place WHERE conversation = ?";
    static final String PLACE = "SELECT no, seq FROM place WHERE conversation = ?";
    static final String BEGIN_PLACE =
            "INSERT INTO place (conversation, seq) VALUES (?, 0) RETURNING no, seq";
    static final String MOVE = "UPDATE place SET seq = ? WHERE no = ?";
    static final String ADD = "INSERT INTO gram (rowid, grams) VALUES (?, ?)";
    static final String REMOVE = "DELETE FROM gram WHERE rowid = ?";

    private static final List<String> SCHEMA =
            List.of(
                    "CREATE TABLE about (version INTEGER NOT NULL, epoch TEXT NOT NULL)",
                    "CREATE TABLE place (no INTEGER PRIMARY KEY, conversation BLOB NOT NULL UNIQUE,"
                            + " seq INTEGER NOT NULL)",
                    "CREATE VIRTUAL TABLE gram USING fts5(grams, content='', contentless_delete=1,"
                            + " detail=none, tokenize='ascii', prefix='2')");

    private SearchIndex() {}

    /// How far a conversation is in the index.
    record Place(long no, long seq) {}

    /// Opens the file for writing, after making it anew if need be.
    static Db open(Path file, Epoch epoch) throws SQLException, IOException {
        if (!fits(file, epoch)) {
            for (var suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
            }
            Files.createFile(file, DataFolder.mode(file, "rw-------"));
            make(file, epoch);
        }
        return connect(file);
    }

    private static boolean fits(Path file, Epoch epoch) {
        if (!Files.exists(file)) {
            return false;
        }
        try (var db = Db.open(file)) {
            return db.first(
                            "SELECT 1 FROM about WHERE version = ? AND epoch = ?",
                            _ -> true,
                            VERSION,
                            epoch.toString())
                    .isPresent();
        } catch (SQLException _) {
            return false;
        }
    }

    /// Makes the file anew, empty.
    static Db anew(Path file, Epoch epoch) throws SQLException, IOException {
        Files.deleteIfExists(file);
        return open(file, epoch);
    }

    /// Whether the file itself is what failed, and not what was asked of it.
    static boolean isDamage(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException e) {
                var code = e.getResultCode().code & 0xff;
                return code == SQLiteErrorCode.SQLITE_CORRUPT.code
                        || code == SQLiteErrorCode.SQLITE_NOTADB.code;
            }
        }
        return false;
    }

    /// Looks at all of it.
    ///
    /// @throws SQLException when it is damaged
    static void check(Db db) throws SQLException {
        var found = db.first("PRAGMA quick_check(1)", row -> row.text(1)).orElse("nothing");
        if (!found.equals("ok")) {
            throw new SQLiteException(found, SQLiteErrorCode.SQLITE_CORRUPT);
        }
        db.update("INSERT INTO gram (gram) VALUES ('integrity-check')");
    }

    private static void make(Path file, Epoch epoch) throws SQLException {
        try (var db = connect(file)) {
            db.run("BEGIN");
            for (var statement : SCHEMA) {
                db.run(statement);
            }
            db.update(
                    "INSERT INTO about (version, epoch) VALUES (?, ?)", VERSION, epoch.toString());
            db.run("COMMIT");
        }
    }

    /// What a power cut takes is indexed again: no commit waits for the disk.
    private static Db connect(Path file) throws SQLException {
        var db = Db.open(file);
        db.run("PRAGMA journal_mode = WAL");
        db.run("PRAGMA synchronous = NORMAL");
        db.run("PRAGMA busy_timeout = 5000");
        return db;
    }

    static Place place(Db db, ConversationId conversation) throws SQLException {
        var found = db.first(PLACE, SearchIndex::place, conversation);
        return found.isPresent()
                ? found.get()
                : db.first(BEGIN_PLACE, SearchIndex::place, conversation).orElseThrow();
    }

    private static Place place(Row row) throws SQLException {
        return new Place(row.number(1), row.number(2));
    }

    /// A message that is not in the index yet is found by what this text says.
    static void add(Db db, long no, long seq, String text) throws SQLException {
        var grams = Grams.of(text);
        if (!grams.isEmpty()) {
            db.update(ADD, rowId(no, seq), grams);
        }
    }

    /// From now on this message is found by what this text says, and by nothing else.
    static void replace(Db db, long no, long seq, String text) throws SQLException {
        db.update(REMOVE, rowId(no, seq));
        add(db, no, seq, text);
    }

    static long rowId(long no, long seq) {
        return (no << SEQ_BITS) | seq;
    }

    /// The number of the conversation that a row is of.
    static long noOf(long rowId) {
        return rowId >> SEQ_BITS;
    }

    static long seqOf(long rowId) {
        return rowId & ((1L << SEQ_BITS) - 1);
    }

    static long most(long seq) {
        return Math.min(seq, (1L << SEQ_BITS) - 1);
    }
}
