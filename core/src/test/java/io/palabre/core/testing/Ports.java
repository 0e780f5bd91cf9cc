// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import io.palabre.core.attachments.Attachments;
import io.palabre.core.attachments.Blobs;
import io.palabre.core.catalogue.Catalogue;
import io.palabre.core.inbox.Inbox;
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

/// One store behind all its ports.
public interface Ports extends AutoCloseable {

    Log log();

    Inbox inbox();

    People people();

    Catalogue catalogue();

    Reports reports();

    Blocks blocks();

    Passwords passwords();

    Portraits portraits();

    Sessions sessions();

    TraceBook traces();

    Attachments attachments();

    Blobs blobs();

    Receipts receipts();

    Search search();

    @Override
    void close();
}
