// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.log.Committed;
import io.palabre.core.log.Epoch;
import io.palabre.core.search.Search;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/// Search, running: the index beside the store, the thread that lets it follow, and a few that look
/// into both.
final class Searching {

    private static final int LOOKING = 2;

    private final Indexer indexer;
    private final Readers looking;
    private final Search search;

    /// @param epoch the history that the index must be of
    /// @param readers of the store
    Searching(DataFolder folder, Epoch epoch, Readers readers, StoreOptions options)
            throws SQLException {
        var events = new Events(new Codec());
        indexer = new Indexer(open(folder, epoch), readers, events, options.watch());
        looking = new Readers(() -> both(folder.database(), folder.searchIndex()), LOOKING);
        search = new SqliteSearch(looking, new Lines(events), options.time());
    }

    private static Db open(DataFolder folder, Epoch epoch) throws SQLException {
        try {
            return SearchIndex.open(folder.searchIndex(), epoch);
        } catch (IOException e) {
            throw new UnusableDataFolder.NotWritable(folder.path(), e);
        }
    }

    private static Db both(Path store, Path index) throws SQLException {
        var db = Connections.reader(store);
        try {
            db.update("ATTACH ? AS search", index.toString());
            return db;
        } catch (SQLException e) {
            db.close();
            throw e;
        }
    }

    Search search() {
        return search;
    }

    /// What is to hear of everything that was committed.
    Committed indexer() {
        return indexer;
    }

    void close() throws InterruptedException, SQLException {
        indexer.close();
        looking.close();
    }
}
