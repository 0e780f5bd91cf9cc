// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.attachments.Attachments;
import io.palabre.core.attachments.Blobs;
import io.palabre.core.catalogue.Catalogue;
import io.palabre.core.conversations.Rules;
import io.palabre.core.ids.Ids;
import io.palabre.core.ids.RandomIds;
import io.palabre.core.inbox.Inbox;
import io.palabre.core.log.Committed;
import io.palabre.core.log.Log;
import io.palabre.core.people.Blocks;
import io.palabre.core.people.Passwords;
import io.palabre.core.people.People;
import io.palabre.core.people.Portraits;
import io.palabre.core.presence.TraceBook;
import io.palabre.core.receipts.Receipts;
import io.palabre.core.reports.Reports;
import io.palabre.core.search.Search;
import io.palabre.core.sessions.Sessions;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Function;

/// One data folder and everything in it, behind the core's ports.
public final class SqliteStore implements AutoCloseable {

    private final DataFolder folder;
    private final Writer writer;
    private final Dispatcher dispatcher;
    private final Readers readers;
    private final Log log;
    private final Inbox inbox;
    private final People people;
    private final Catalogue catalogue;
    private final Reports reports;
    private final SqliteBlocks blocks;
    private final Passwords passwords;
    private final Portraits portraits;
    private final Sessions sessions;
    private final TraceBook traces;
    private final Receipts receipts;
    private final Attachments attachments;
    private final Searching searching;
    private final Blobs blobs;

    /// The database of a data folder, which may not be there yet.
    public static Path file(Path folder) {
        return DataFolder.database(folder);
    }

    /// Opens a folder, making it if need be, and holds it for this process alone.
    ///
    /// @param told makes, of the log, the one who hears what is committed
    /// @throws UnusableDataFolder when it cannot work there
    public static SqliteStore open(
            Path folder, StoreOptions options, Function<Log, Committed> told) {
        var held = DataFolder.open(folder.toAbsolutePath().normalize());
        try {
            return new SqliteStore(held, Opened.of(held, options), told);
        } catch (SQLException e) {
            held.close();
            throw new UnusableDataFolder.NotAStore(held.database(), e);
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    /// The file, open for writing, in the shape this program knows.
    private record Opened(Db db, Meta meta, Ids ids, StoreOptions options) {

        static Opened of(DataFolder folder, StoreOptions options) throws SQLException {
            var db = Connections.writer(folder.database());
            try {
                new Migrator(folder.path()).migrate(db);
                var ids = new RandomIds(options.time(), options.random());
                return new Opened(db, Meta.of(db, ids, options.random()), ids, options);
            } catch (SQLException | RuntimeException e) {
                db.close();
                throw e;
            }
        }
    }

    private SqliteStore(DataFolder folder, Opened opened, Function<Log, Committed> told)
            throws SQLException {
        this.folder = folder;
        var file = folder.database();
        var options = opened.options();
        readers = new Readers(file, options.readers());
        blocks = new SqliteBlocks(readers);
        var heads = new SqliteLog.Heads(new HeadCache<>(), new HeadCache<>(), blocks);
        dispatcher = new Dispatcher(options.watch());
        var parts =
                new Writer.Parts(
                        () -> Connections.writer(file), dispatcher, heads::forget, options.watch());
        writer = new Writer(opened.db(), parts, options.time());
        var threads = new SqliteLog.Threads(writer, readers, heads, options.time());
        var codec = new Codec();
        var events = new Events(codec);
        log = log(threads, codec, events, opened);
        inbox = new SqliteInbox(readers, Across.of(events), options.time());
        catalogue = new SqliteCatalogue(writer, readers);
        reports = new SqliteReports(writer, readers, opened.ids(), options.time());
        people = new SqlitePeople(writer, readers, opened.ids(), options.time());
        passwords = new SqlitePasswords(writer, readers);
        portraits = new SqlitePortraits(writer, readers);
        sessions = new SqliteSessions(writer, readers, opened.ids(), options.time());
        traces = new SqliteTraceBook(writer);
        receipts = new SqliteReceipts(writer, readers, options.time());
        attachments = new SqliteAttachments(writer, readers, options.time());
        blobs = new FileBlobs(folder.files());
        searching = new Searching(folder, opened.meta().epoch(), readers, options);
        writer.start(new Both(searching.indexer(), told.apply(log)));
    }

    private static Log log(SqliteLog.Threads threads, Codec codec, Events events, Opened opened) {
        var fingerprints = opened.meta().fingerprints();
        var rules = new Rules(opened.options().limits(), opened.ids(), fingerprints);
        var ledger = new Ledger(codec, fingerprints);
        return new SqliteLog(threads, rules, events, ledger, opened.meta().epoch());
    }

    /// Whether it takes what is written; false from a failure of the disk until that has mended.
    public boolean writes() {
        return writer.isOpen();
    }

    public Log log() {
        return log;
    }

    public Inbox inbox() {
        return inbox;
    }

    public People people() {
        return people;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Reports reports() {
        return reports;
    }

    public Blocks blocks() {
        return blocks;
    }

    public Passwords passwords() {
        return passwords;
    }

    public Portraits portraits() {
        return portraits;
    }

    public Sessions sessions() {
        return sessions;
    }

    public TraceBook traces() {
        return traces;
    }

    public Receipts receipts() {
        return receipts;
    }

    public Attachments attachments() {
        return attachments;
    }

    public Search search() {
        return searching;
    }

    public Blobs blobs() {
        return blobs;
    }

    /// Writes what was accepted, tells what was committed, then lets the folder go.
    @Override
    public void close() {
        try {
            writer.close();
            dispatcher.close();
            searching.close();
            readers.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw new IllegalStateException("the file did not close", e);
        } finally {
            folder.close();
        }
    }
}
