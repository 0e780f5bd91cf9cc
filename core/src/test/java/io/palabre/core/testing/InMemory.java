// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import io.palabre.core.Time;
import io.palabre.core.attachments.Attachments;
import io.palabre.core.attachments.Blobs;
import io.palabre.core.conversations.Fingerprints;
import io.palabre.core.conversations.Limits;
import io.palabre.core.conversations.Rules;
import io.palabre.core.ids.RandomIds;
import io.palabre.core.log.Committed;
import io.palabre.core.log.Log;
import io.palabre.core.presence.TraceBook;
import io.palabre.core.receipts.Receipts;
import io.palabre.core.search.Search;
import java.util.Random;
import java.util.function.Function;

/// All ports in memory.
public record InMemory(
        InMemoryLog log,
        InMemoryInbox inbox,
        InMemoryPeople people,
        InMemoryCatalogue catalogue,
        InMemoryReports reports,
        InMemoryBlocks blocks,
        InMemoryPasswords passwords,
        InMemoryPortraits portraits,
        InMemorySessions sessions,
        TraceBook traces,
        Attachments attachments,
        Blobs blobs,
        Receipts receipts,
        Search search)
        implements Ports {

    public static InMemory open(Time time, Function<Log, Committed> told) {
        var ids = new RandomIds(time, new Random(7));
        var tracks = new Tracks(time);
        var people = new InMemoryPeople(time, ids, tracks);
        var rules = new Rules(Limits.standard(), ids, new Fingerprints(new byte[] {1, 2, 3}));
        var catalogue = new InMemoryCatalogue();
        var memory = new Memory(people, catalogue, tracks, new Fingerprints(new byte[] {1, 2, 3}));
        var inbox = new InMemoryInbox(memory, time);
        return new InMemory(
                new InMemoryLog(memory, rules, time, told),
                inbox,
                people,
                catalogue,
                new InMemoryReports(time, ids),
                new InMemoryBlocks(memory),
                new InMemoryPasswords(people),
                new InMemoryPortraits(people, memory),
                new InMemorySessions(time, ids),
                traces -> traces.forEach(people::keep),
                new InMemoryAttachments(memory, time),
                new InMemoryBlobs(),
                new InMemoryReceipts(memory, time),
                new InMemorySearch(memory, inbox));
    }

    @Override
    public void close() {}
}
