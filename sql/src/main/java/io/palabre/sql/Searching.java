// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.ids.PersonId;
import io.palabre.core.log.Committed;
import io.palabre.core.log.Epoch;
import io.palabre.core.log.Unavailable;
import io.palabre.core.search.Found;
import io.palabre.core.search.Search;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/// The search index, who fills it and who looks into it. One that is found damaged, by either, is
/// made anew beside those who still look into it.
final class Searching implements Search {

    private static final int LOOKING = 2;

    private final DataFolder folder;
    private final Epoch epoch;
    private final StoreOptions options;
    private final Events events = new Events(new Codec());
    private final Indexer indexer;
    private volatile Looking looking;

    /// Threads that search, and how.
    private record Looking(Readers readers, Search search) {}

    /// @param epoch the history that the index must be of
    /// @param readers of the store
    Searching(DataFolder folder, Epoch epoch, Readers readers, StoreOptions options)
            throws SQLException {
        this.folder = folder;
        this.epoch = epoch;
        this.options = options;
        var index = open(() -> SearchIndex.open(folder.searchIndex(), epoch));
        looking = look();
        indexer = new Indexer(index, this::anew, readers, events, options.watch());
    }

    /// Opens the index.
    @FunctionalInterface
    private interface Opening {
        Db open() throws SQLException, IOException;
    }

    private Db open(Opening opening) throws SQLException {
        try {
            return opening.open();
        } catch (IOException e) {
            throw new UnusableDataFolder.NotWritable(folder.path(), e);
        }
    }

    private Looking look() throws SQLException {
        var readers = new Readers(() -> both(folder.database(), folder.searchIndex()), LOOKING);
        var reach = SqliteSearch.Reach.STANDARD;
        return new Looking(
                readers, new SqliteSearch(readers, new Lines(events), options.time(), reach));
    }

    /// A connection that reads the store, with the index at hand as `search`.
    static Db both(Path store, Path index) throws SQLException {
        var db = Connections.reader(store);
        try {
            db.update("ATTACH ? AS search", index.toString());
            return db;
        } catch (SQLException e) {
            db.close();
            throw e;
        }
    }

    /// Called by the indexer.
    private Db anew(Db damaged) throws SQLException {
        damaged.close();
        var index = open(() -> SearchIndex.anew(folder.searchIndex(), epoch));
        var before = looking;
        looking = look();
        try {
            before.readers().close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return index;
    }

    @Override
    public Optional<Found> find(PersonId reader, Query query) {
        try {
            return looking.search().find(reader, query);
        } catch (RuntimeException e) {
            if (!SearchIndex.isDamage(e)) {
                throw e;
            }
            indexer.suspect();
            throw Unavailable.notDone("the search index is damaged", e);
        }
    }

    /// What is to hear of everything that was committed.
    Committed indexer() {
        return indexer;
    }

    void close() throws InterruptedException, SQLException {
        indexer.close();
        looking.readers().close();
    }
}
