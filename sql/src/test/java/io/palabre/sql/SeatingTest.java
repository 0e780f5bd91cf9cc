// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.hub.Hub;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.testing.ManualTime;
import io.palabre.core.testing.Story;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// People connect while they are added, removed and spoken to: nothing is missed, nothing leaks.
class SeatingTest {

    private static final int MEMBERS = 4;
    private static final int CONNECTIONS = 40;
    private static final int DEEDS = 150;

    @TempDir Path folder;

    /// A connection, and what it read after it was seated.
    private record Client(Hall.Seat seat, List<Entry> read, List<OwnEntry> ownRead) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void who_connects_amid_changes_misses_nothing_and_overhears_nothing(long seed)
            throws Exception {
        var hall = new Hall();
        try (var ports = SqlitePorts.open(folder, new ManualTime(), log -> new Hub(log, hall))) {
            var story = new Story(ports);
            var owner = story.person("owner");
            var people = IntStream.range(0, MEMBERS).mapToObj(i -> story.person("p" + i)).toList();
            var groups = IntStream.range(0, 3).mapToObj(_ -> story.group(owner)).toList();
            var random = new Random(seed);
            var clients = new ArrayList<Future<Client>>();
            var churns = new ArrayList<Future<?>>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var group : groups) {
                    var own = new Random(random.nextLong());
                    churns.add(threads.submit(() -> churn(story, owner, group, people, own)));
                }
                for (var i = 0; i < CONNECTIONS; i++) {
                    var person = people.get(i % MEMBERS);
                    var after = random.nextInt(DEEDS * 3);
                    clients.add(threads.submit(() -> connect(ports, hall, person, groups, after)));
                }
            }
            assertThat(churns).allMatch(churn -> churn.state() == Future.State.SUCCESS);
            ports.log().atMembership(owner, _ -> {});
            for (var client : clients) {
                groups.forEach(group -> check(ports, client.resultNow(), group));
                checkOwn(ports, client.resultNow());
            }
        }
    }

    private static void churn(
            Story story,
            PersonId owner,
            ConversationId group,
            List<PersonId> people,
            Random random) {
        for (var i = 0; i < DEEDS; i++) {
            var person = people.get(random.nextInt(MEMBERS));
            switch (random.nextInt(4)) {
                case 0 -> story.adds(owner, group, person);
                case 1 -> story.tries(new Command.RemoveMember(owner, group, person));
                default -> story.says(owner, group, "said");
            }
        }
    }

    /// Waits until the groups have grown so far, takes a seat, then reads everything.
    private static Client connect(
            SqlitePorts ports, Hall hall, PersonId person, List<ConversationId> groups, int after) {
        Await.until(() -> size(ports, groups) >= Math.min(after, DEEDS));
        var seat = new Hall.Seat(person);
        ports.log().atMembership(person, conversations -> hall.take(seat, conversations));
        var read = new ArrayList<Entry>();
        for (var group : groups) {
            ports.missed(person, group, 0).ifPresent(read::addAll);
        }
        return new Client(seat, read, ports.log().ownAfter(person, 0, 10_000));
    }

    private static long size(SqlitePorts ports, List<ConversationId> groups) {
        return groups.stream().mapToLong(g -> ports.log().after(g, 0, 10_000).size()).sum();
    }

    private static void check(SqlitePorts ports, Client client, ConversationId group) {
        var visible = ports.missed(client.seat().person, group, 0).orElse(List.of());
        var heard = client.seat().heard.stream().filter(in(group)).toList();
        assertThat(heard).as("overheard").isSubsetOf(visible);
        assertThat(heard).isSortedAccordingTo(Comparator.comparingLong(Entry::seq));
        assertThat(heard).doesNotHaveDuplicates();
        var known = new TreeSet<>(Comparator.comparingLong(Entry::seq));
        known.addAll(heard);
        client.read().stream().filter(in(group)).forEach(known::add);
        assertThat(known).as("missed").containsExactlyElementsOf(visible);
    }

    private static Predicate<Entry> in(ConversationId group) {
        return entry -> entry.conversation().equals(group);
    }

    private static void checkOwn(SqlitePorts ports, Client client) {
        var known = new TreeSet<>(Comparator.comparingLong(OwnEntry::seq));
        known.addAll(client.seat().own);
        known.addAll(client.ownRead());
        assertThat(known)
                .containsExactlyElementsOf(ports.log().ownAfter(client.seat().person, 0, 10_000));
    }
}
