// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.catalogue.Product;
import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Outcome;
import io.palabre.core.conversations.Role;
import io.palabre.core.ids.ClientId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.ProductId;
import io.palabre.core.people.Enrolment;
import io.palabre.core.people.Newcomer;
import io.palabre.core.testing.ManualTime;
import io.palabre.core.testing.Recorder;
import io.palabre.core.testing.Story;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConcurrencyTest {

    @TempDir static Path root;

    private final Recorder recorder = new Recorder();
    private final SqlitePorts ports =
            SqlitePorts.open(
                    root.resolve("store-" + System.identityHashCode(this)),
                    new ManualTime(),
                    _ -> recorder);
    private final Story story = new Story(ports);

    @AfterEach
    void close() {
        ports.close();
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(work).stream().map(Future::resultNow).toList();
        }
    }

    private record Said(PersonId by, ConversationId where, ClientId clientId) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_crowd_that_repeats_itself_is_heard_exactly_once(long seed) throws Exception {
        var random = new Random(seed);
        var people = IntStream.range(0, 8).mapToObj(i -> story.person("p" + i)).toList();
        var others = people.subList(1, 8).toArray(PersonId[]::new);
        var groups =
                List.of(
                        story.group(people.getFirst(), others),
                        story.group(people.getFirst(), others));
        Map<Said, Entry> acknowledged = new ConcurrentHashMap<>();
        var work =
                IntStream.range(0, 3_000)
                        .<Callable<Boolean>>mapToObj(
                                _ -> {
                                    var by = people.get(random.nextInt(8));
                                    var where = groups.get(random.nextInt(2));
                                    var id = "c" + random.nextInt(100);
                                    return () -> say(by, where, id, acknowledged);
                                })
                        .toList();
        assertThat(atOnce(work)).hasSize(3_000).containsOnly(true);

        for (var group : groups) {
            var log = ports.log().after(group, 0, 10_000);
            var posted = log.subList(1, log.size());
            assertThat(log)
                    .extracting(Entry::seq)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, log.size()).boxed().toList());
            assertThat(posted).allMatch(entry -> entry.ord() == entry.seq() - 1);
            assertThat(posted).allMatch(entry -> entry.equals(acknowledged.get(key(entry))));
        }
        var heads = ports.log().heads(new HashSet<>(groups)).values();
        assertThat(heads.stream().mapToLong(head -> head - 1).sum()).isEqualTo(acknowledged.size());
        ports.log().atMembership(people.getFirst(), _ -> {});
        assertToldInOrder(groups);
    }

    private static Said key(Entry entry) {
        return new Said(
                entry.by(), entry.conversation(), ((Durable.Posted) entry.event()).clientId());
    }

    /// Whether the acknowledgement agrees with every other for the same client id.
    private boolean say(
            PersonId by, ConversationId where, String id, Map<Said, Entry> acknowledged) {
        var entry = story.accepted(Story.post(by, where, id, id)).entries().getFirst();
        var before = acknowledged.putIfAbsent(new Said(by, where, new ClientId(id)), entry);
        return before == null || before.equals(entry);
    }

    private void assertToldInOrder(List<ConversationId> groups) {
        for (var group : groups) {
            var told = recorder.entries().stream().filter(e -> e.conversation().equals(group));
            assertThat(told).isEqualTo(ports.log().after(group, 0, 10_000));
        }
    }

    @Test
    void two_who_start_at_the_same_instant_get_one_conversation() throws Exception {
        for (var round = 0; round < 20; round++) {
            var ann = story.person("ann" + round);
            var bob = story.person("bob" + round);
            var work =
                    IntStream.range(0, 20)
                            .<Callable<Outcome.Accepted>>mapToObj(
                                    i ->
                                            () ->
                                                    story.accepted(
                                                            i % 2 == 0
                                                                    ? new Command.StartPrivate(
                                                                            ann, bob)
                                                                    : new Command.StartPrivate(
                                                                            bob, ann)))
                            .toList();
            var outcomes = atOnce(work);
            assertThat(outcomes.stream().map(Outcome.Accepted::conversation).distinct()).hasSize(1);
            assertThat(outcomes.stream().filter(outcome -> !outcome.repeated())).hasSize(1);
        }
    }

    @Test
    void two_clicks_on_a_product_at_once_make_one_conversation() throws Exception {
        var seller = story.person("seller");
        var products =
                IntStream.range(0, 100).mapToObj(i -> new ProductId("product-" + i)).toList();
        products.forEach(
                id -> ports.catalogue().put(new Product(id, seller, "Panier", null, null, null)));
        var buyers = IntStream.range(0, 3).mapToObj(i -> story.person("buyer" + i)).toList();
        for (var product : products) {
            var work =
                    IntStream.range(0, 24)
                            .<Callable<Outcome.Accepted>>mapToObj(
                                    i ->
                                            () ->
                                                    story.accepted(
                                                            new Command.StartAbout(
                                                                    buyers.get(i % 3),
                                                                    product,
                                                                    seller)))
                            .toList();
            var outcomes = atOnce(work);
            assertThat(outcomes.stream().map(Outcome.Accepted::conversation).distinct()).hasSize(3);
            assertThat(outcomes.stream().filter(outcome -> !outcome.repeated())).hasSize(3);
        }
        assertThat(ports.inbox().conversations(seller, null, 1_000).conversations()).hasSize(300);
    }

    @Test
    void a_group_asked_for_many_times_at_once_is_one_group() throws Exception {
        var ann = story.person("starter");
        var bob = story.person("other");
        for (var round = 0; round < 100; round++) {
            var wish =
                    new Command.StartGroup(
                            ann, "Group", List.of(bob), new ClientId("round" + round));
            var work =
                    IntStream.range(0, 20)
                            .<Callable<Outcome.Accepted>>mapToObj(_ -> () -> story.accepted(wish))
                            .toList();
            var outcomes = atOnce(work);
            assertThat(outcomes.stream().map(Outcome.Accepted::conversation).distinct()).hasSize(1);
            assertThat(outcomes.stream().filter(outcome -> !outcome.repeated())).hasSize(1);
        }
        assertThat(ports.inbox().conversations(ann, null, 1_000).conversations()).hasSize(100);
    }

    @Test
    void a_group_has_one_owner_however_wildly_it_is_handed_around() throws Exception {
        var people = IntStream.range(0, 6).mapToObj(i -> story.person("hand" + i)).toList();
        var group = story.group(people.getFirst(), people.subList(1, 6).toArray(PersonId[]::new));
        var work =
                IntStream.range(0, 2_000)
                        .<Callable<Outcome>>mapToObj(
                                i ->
                                        () ->
                                                ports.log()
                                                        .commit(
                                                                new Command.GiveRole(
                                                                        people.get(i % 6),
                                                                        group,
                                                                        people.get(i / 6 % 6),
                                                                        Role.OWNER)))
                        .toList();
        assertThat(atOnce(work)).hasSize(2_000);
        var members = ports.inbox().members(people.getFirst(), group, null, 10).orElseThrow();
        assertThat(members).filteredOn(member -> member.role() == Role.OWNER).hasSize(1);
    }

    @Test
    void one_name_goes_to_one_person() throws Exception {
        var work =
                IntStream.range(0, 50)
                        .<Callable<Boolean>>mapToObj(_ -> () -> enrols("Same"))
                        .toList();
        assertThat(atOnce(work).stream().filter(enrolled -> enrolled)).hasSize(1);
    }

    private boolean enrols(String name) {
        return ports.people().enrol(Newcomer.named(name, name)) instanceof Enrolment.Enrolled;
    }
}
