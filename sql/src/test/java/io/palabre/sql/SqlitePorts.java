// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.Time;
import io.palabre.core.attachments.Attachments;
import io.palabre.core.attachments.Blobs;
import io.palabre.core.catalogue.Catalogue;
import io.palabre.core.conversations.Limits;
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
import io.palabre.core.testing.Ports;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.function.Function;

/// A store in a folder of a test.
record SqlitePorts(SqliteStore store) implements Ports {

    static SqlitePorts open(Path folder, Time time, Function<Log, Committed> told) {
        var options =
                new StoreOptions(time, new SecureRandom(), Limits.standard(), 2, StoreWatch.none());
        return new SqlitePorts(SqliteStore.open(folder, options, told));
    }

    @Override
    public Log log() {
        return store.log();
    }

    @Override
    public Inbox inbox() {
        return store.inbox();
    }

    @Override
    public People people() {
        return store.people();
    }

    @Override
    public Catalogue catalogue() {
        return store.catalogue();
    }

    @Override
    public Reports reports() {
        return store.reports();
    }

    @Override
    public Blocks blocks() {
        return store.blocks();
    }

    @Override
    public Passwords passwords() {
        return store.passwords();
    }

    @Override
    public Portraits portraits() {
        return store.portraits();
    }

    @Override
    public Sessions sessions() {
        return store.sessions();
    }

    @Override
    public TraceBook traces() {
        return store.traces();
    }

    @Override
    public Attachments attachments() {
        return store.attachments();
    }

    @Override
    public Blobs blobs() {
        return store.blobs();
    }

    @Override
    public Receipts receipts() {
        return store.receipts();
    }

    @Override
    public Search search() {
        return store.search();
    }

    @Override
    public void close() {
        store.close();
    }
}
