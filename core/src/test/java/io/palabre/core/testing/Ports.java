// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import io.palabre.core.attachments.Attachments;
import io.palabre.core.attachments.Blobs;
import io.palabre.core.catalogue.Catalogue;
import io.palabre.core.conversations.Entry;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /// All entries behind number `seq` that a person may see; empty for one who never was a member.
    default Optional<List<Entry>> missed(PersonId reader, ConversationId where, long seq) {
        return Optional.ofNullable(log().missed(reader, Map.of(where, seq)).get(where))
                .map(
                        missed ->
                                log().entries(Map.of(where, missed.part()))
                                        .getOrDefault(where, List.of()));
    }

    @Override
    void close();
}
