// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.log.Epoch;
import io.palabre.core.search.Grams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The file that finds messages by pieces of their words. It holds nothing that the log does not
/// hold, and is made anew whenever it does not fit: it is missing, damaged, of another version or
/// of another history.
///
/// Messages are numbered by the time they were sent, so those found come newest first, whatever
/// conversations they are of. Beside the pieces of its words a message holds a piece that says its
/// conversation, so those of a few conversations are found without the others.
final class SearchIndex {

    static final int VERSION = 3;

    /// How many bits tell messages of the same millisecond apart.
    private static final int SAME_TIME_BITS = 20;

    /// Begins what says a conversation: no letter, so nobody looks for it.
    private static final String IN = "\uE000";

    /// How much is gathered before it is written: a piece of the index for a few thousand messages.
    private static final int GATHERED_BYTES = 8 << 20;

    static final String FIND =
            """
            SELECT g.rowid, m.place, m.seq
            FROM search.gram g CROSS JOIN search.message m ON m.no = g.rowid
            WHERE g.gram MATCH ? AND g.rowid BETWEEN ? AND ? ORDER BY g.rowid DESC
            """;
    static final String BACK =
            "SELECT no FROM search.message WHERE no <= ? ORDER BY no DESC LIMIT 1 OFFSET ?";
    static final String NUMBER = "SELECT no FROM search.place WHERE conversation = ?";
    static final String PLACE = "SELECT no, seq FROM place WHERE conversation = ?";
    static final String BEGIN_PLACE =
            "INSERT INTO place (conversation, seq) VALUES (?, 0) RETURNING no, seq";
    static final String MOVE = "UPDATE place SET seq = ? WHERE no = ?";
    static final String ENTER = "INSERT OR IGNORE INTO message (no, place, seq) VALUES (?, ?, ?)";
    static final String ADD = "INSERT INTO gram (rowid, grams) VALUES (?, ?)";
    static final String KNOWN =
            "SELECT no FROM message WHERE no BETWEEN ? AND ? AND place = ? AND seq = ?";
    static final String LEAVE = "DELETE FROM message WHERE no = ?";
    static final String REMOVE = "DELETE FROM gram WHERE rowid = ?";

    private static final List<String> SCHEMA =
            List.of(
                    "CREATE TABLE about (version INTEGER NOT NULL, epoch TEXT NOT NULL)",
                    "CREATE TABLE place (no INTEGER PRIMARY KEY, conversation BLOB NOT NULL UNIQUE,"
                            + " seq INTEGER NOT NULL)",
                    "CREATE TABLE message (no INTEGER PRIMARY KEY, place INTEGER NOT NULL,"
                            + " seq INTEGER NOT NULL)",
                    "CREATE VIRTUAL TABLE gram USING fts5(grams, content='', contentless_delete=1,"
                            + " detail=none, tokenize='ascii', prefix='2')",
                    "INSERT INTO gram (gram, rank) VALUES ('hashsize', " + GATHERED_BYTES + ")");

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

    /// The number up to which a conversation is in the index.
    static long reached(Db db, ConversationId conversation) throws SQLException {
        return db.first(PLACE, SearchIndex::place, conversation).map(Place::seq).orElse(0L);
    }

    static void move(Db db, Place place, long seq) throws SQLException {
        db.update(MOVE, seq, place.no());
    }

    private static Place place(Row row) throws SQLException {
        return new Place(row.number(1), row.number(2));
    }

    /// A message of a place, and what it says now.
    record Said(long place, long seq, Instant at, String text) {}

    /// A message that is not in the index yet is found by what it says. It gets the first number
    /// behind `after` that is free.
    ///
    /// @return the number
    static long add(Db db, Said said, long after) throws SQLException {
        var grams = Grams.of(said.text());
        if (grams.isEmpty()) {
            return after;
        }
        var no = Math.max(first(said.at()), after + 1);
        while (db.update(ENTER, no, said.place(), said.seq()) == 0) {
            no++;
        }
        db.update(ADD, no, grams + in(said.place()));
        return no;
    }

    /// What is known of a message is forgotten.
    static void remove(Db db, Said said) throws SQLException {
        var first = first(said.at());
        var last = last(said.at());
        var known = db.first(KNOWN, row -> row.number(1), first, last, said.place(), said.seq());
        if (known.isPresent()) {
            db.update(REMOVE, known.get());
            db.update(LEAVE, known.get());
        }
    }

    /// The piece that messages of a place have.
    static String in(long place) {
        return IN + Long.toString(place, Character.MAX_RADIX);
    }

    private static long first(Instant at) {
        return Math.clamp(at.toEpochMilli(), 0, Long.MAX_VALUE >> SAME_TIME_BITS) << SAME_TIME_BITS;
    }

    /// The last number of this millisecond.
    static long last(Instant at) {
        return first(at) | ((1L << SAME_TIME_BITS) - 1);
    }

    /// When the message of this number was sent.
    static Instant at(long no) {
        return Instant.ofEpochMilli(no >> SAME_TIME_BITS);
    }
}
