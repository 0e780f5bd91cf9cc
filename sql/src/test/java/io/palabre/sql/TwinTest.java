// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.catalogue.Product;
import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Content;
import io.palabre.core.conversations.Intervals;
import io.palabre.core.conversations.Outcome;
import io.palabre.core.conversations.Role;
import io.palabre.core.ids.ClientId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.ProductId;
import io.palabre.core.inbox.Selection;
import io.palabre.core.inbox.Window;
import io.palabre.core.testing.InMemory;
import io.palabre.core.testing.ManualTime;
import io.palabre.core.testing.Ports;
import io.palabre.core.testing.Story;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same life, lived in memory and in SQLite, looks the same to everyone in it.
class TwinTest {

    private static final int PEOPLE = 5;
    private static final int DEEDS = 400;
    private static final Set<Long> NUMBERS =
            LongStream.rangeClosed(1, 40).boxed().collect(Collectors.toUnmodifiableSet());

    @TempDir Path folder;

    /// One of the two worlds. Names differ between them, so they are written as numbers.
    private static final class World {
        final Ports ports;
        final ManualTime time;
        final List<PersonId> people = new ArrayList<>();
        final List<ConversationId> conversations = new ArrayList<>();

        World(Ports ports, ManualTime time) {
            this.ports = ports;
            this.time = time;
            for (var i = 0; i < PEOPLE; i++) {
                people.add(new Story(ports).person("p" + i));
                time.move(Duration.ofMillis(1));
            }
            for (var i = 0; i < 2; i++) {
                var id = new ProductId("product" + i);
                var title = "Product " + i;
                ports.catalogue().put(new Product(id, people.get(i), title, null, null, null));
            }
        }

        String told(Object what) {
            var text = what.toString();
            for (var i = 0; i < people.size(); i++) {
                text = text.replace(people.get(i).toString(), "person" + i);
            }
            for (var i = 0; i < conversations.size(); i++) {
                text = text.replace(conversations.get(i).toString(), "conversation" + i);
            }
            return text;
        }

        /// Lets something happen and says what came of it.
        String live(Random random) {
            time.move(Duration.ofMillis(random.nextInt(1, 40)));
            var outcome = ports.log().commit(command(random));
            if (outcome instanceof Outcome.Accepted(var where, _, _, _)
                    && where != null
                    && !conversations.contains(where)) {
                conversations.add(where);
            }
            return told(outcome);
        }

        private PersonId anyone(Random random) {
            return people.get(random.nextInt(PEOPLE));
        }

        private Command command(Random random) {
            var by = anyone(random);
            var other = anyone(random);
            if (conversations.isEmpty() || random.nextInt(20) == 0) {
                if (random.nextInt(3) == 0) {
                    var product = new ProductId("product" + random.nextInt(3));
                    return new Command.StartAbout(by, product, people.get(random.nextInt(2)));
                }
                return random.nextBoolean()
                        ? new Command.StartPrivate(by, other)
                        : group(random, by, other);
            }
            if (random.nextInt(15) == 0) {
                return random.nextInt(3) == 0
                        ? new Command.Block(by, other)
                        : new Command.Unblock(by, other);
            }
            var where = conversations.get(random.nextInt(conversations.size()));
            if (random.nextInt(10) == 0) {
                var role = List.of(Role.OWNER, Role.ADMIN, Role.MEMBER).get(random.nextInt(3));
                return new Command.GiveRole(by, where, other, role);
            }
            if (random.nextInt(5) == 0) {
                return random.nextInt(6) == 0
                        ? new Command.Clear(by, where)
                        : new Command.Arrange(by, where, wish(random));
            }
            return switch (random.nextInt(20)) {
                case 0, 1 -> new Command.AddMembers(by, where, List.of(other));
                case 2 -> new Command.RemoveMember(by, where, other);
                case 3 -> new Command.Leave(by, where);
                case 4 -> describe(random, by, where);
                case 5, 6 -> new Command.MarkRead(by, where, random.nextInt(-1, 30));
                case 7, 8 ->
                        new Command.Edit(by, some(random, where), words(random), List.of(other));
                case 9 -> new Command.Delete(by, some(random, where));
                case 15 ->
                        new Command.Forward(
                                by,
                                some(
                                        random,
                                        conversations.get(random.nextInt(conversations.size()))),
                                where,
                                new ClientId("f" + random.nextInt(9)));
                case 11 -> new Command.React(by, some(random, where), emoji(random));
                case 12 -> new Command.Unreact(by, some(random, where), emoji(random));
                case 13 -> new Command.Pin(by, some(random, where));
                case 14 -> new Command.Unpin(by, some(random, where));
                case 10 -> new Command.Hide(by, some(random, where));
                default -> post(random, by, where);
            };
        }

        private Command group(Random random, PersonId by, PersonId other) {
            var clientId = random.nextBoolean() ? new ClientId("g" + random.nextInt(3)) : null;
            var others = List.of(other, anyone(random));
            return new Command.StartGroup(by, "Group", others, clientId);
        }

        private Command.Wish wish(Random random) {
            var moment = time.now().plus(Duration.ofMillis(random.nextInt(-500, 3_000)));
            return new Command.Wish(
                    random.nextBoolean() ? null : Boolean.valueOf(random.nextBoolean()),
                    random.nextBoolean() ? null : moment,
                    random.nextBoolean() ? null : Boolean.valueOf(random.nextBoolean()),
                    random.nextBoolean() ? null : Boolean.valueOf(random.nextBoolean()),
                    random.nextBoolean() ? null : "draft " + random.nextInt(2));
        }

        private static Command describe(Random random, PersonId by, ConversationId where) {
            var title = random.nextBoolean() ? "Title " + random.nextInt(3) : null;
            var picture =
                    random.nextBoolean() ? null : List.of("", "/a", "/b").get(random.nextInt(3));
            return new Command.Describe(by, where, title, picture);
        }

        private static MessageId some(Random random, ConversationId where) {
            return new MessageId(where, random.nextInt(30));
        }

        private static String emoji(Random random) {
            return List.of("👍", "❤", "👩‍🚀").get(random.nextInt(3));
        }

        private static String words(Random random) {
            return "words " + random.nextInt(3);
        }

        private static Command post(Random random, PersonId by, ConversationId where) {
            var replyTo = random.nextInt(4) == 0 ? Long.valueOf(random.nextInt(20)) : null;
            var content =
                    new Content("text", "text " + random.nextInt(2), replyTo)
                            .reworded("text " + random.nextInt(2), List.of(by));
            return new Command.Post(by, where, new ClientId("c" + random.nextInt(20)), content);
        }

        /// Everything that a person can see.
        List<String> seen(PersonId person) {
            var seen = new ArrayList<Object>();
            var inbox = ports.inbox();
            seen.add(inbox.conversations(person, null, 3));
            seen.add(inbox.conversations(person, null, 1_000));
            for (var filter : Selection.Filter.values()) {
                for (var search : List.of("", "p3", "titLe 1", "product")) {
                    var selection = new Selection(filter, search);
                    seen.add(inbox.conversations(person, selection, null, 2));
                    seen.add(inbox.conversations(person, selection, null, 1_000));
                }
            }
            seen.add(inbox.unreadTotal(person));
            people.forEach(other -> seen.add(ports.blocks().between(person, other)));
            seen.add(ports.log().ownAfter(person, 0, 10_000));
            people.forEach(other -> seen.add(inbox.privateBetween(person, other)));
            for (var where : conversations) {
                seen.add(ports.missed(person, where, 2));
                seen.add(inbox.timeline(person, where, new Window.Latest(), 5));
                seen.add(inbox.timeline(person, where, new Window.Around(9), 4));
                seen.add(inbox.timeline(person, where, new Window.After(4), 3));
                seen.add(inbox.members(person, where, null, 3));
                seen.add(inbox.pins(person, where));
            }
            seen.add(sorted(inbox.messages(person, numbered()), MessageId::toString));
            var missed = ports.log().missed(person, held());
            seen.add(sorted(missed, ConversationId::toString));
            var parts = new HashMap<ConversationId, Intervals>();
            missed.forEach((where, some) -> parts.put(where, some.part()));
            seen.add(sorted(ports.log().entries(parts), ConversationId::toString));
            for (var where : conversations) {
                for (var seq : NUMBERS) {
                    var message = new MessageId(where, seq);
                    seen.add(inbox.message(message));
                    seen.add(inbox.message(message, seq + 7));
                    seen.add(sorted(inbox.blindTo(message, seq)));
                    seen.add(sorted(inbox.blindTo(message, seq + 7)));
                    seen.add(sorted(inbox.goneSince(where, seq)));
                }
            }
            return seen.stream().map(this::told).toList();
        }

        /// All numbers of all conversations.
        private Set<MessageId> numbered() {
            return conversations.stream()
                    .flatMap(where -> NUMBERS.stream().map(seq -> new MessageId(where, seq)))
                    .collect(Collectors.toSet());
        }

        /// Some number of each conversation.
        private Map<ConversationId, Long> held() {
            return conversations.stream()
                    .collect(Collectors.toMap(id -> id, id -> conversations.indexOf(id) % 9L));
        }

        /// In an order that does not depend on what ids there are.
        private <K, V> List<V> sorted(Map<K, V> found, Function<K, String> name) {
            return found.entrySet().stream()
                    .sorted(Comparator.comparing(each -> told(name.apply(each.getKey()))))
                    .map(Map.Entry::getValue)
                    .toList();
        }

        private List<Integer> sorted(Set<PersonId> some) {
            return some.stream().map(people::indexOf).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void both_tell_the_same(long seed) {
        var time = new ManualTime();
        var memory = new World(InMemory.open(time, _ -> _ -> {}), time);
        var fileTime = new ManualTime();
        try (var ports = SqlitePorts.open(folder, fileTime, _ -> _ -> {})) {
            var file = new World(ports, fileTime);
            var one = new Random(seed);
            var other = new Random(seed);
            for (var i = 0; i < DEEDS; i++) {
                assertThat(file.live(one)).isEqualTo(memory.live(other));
            }
            for (var i = 0; i < PEOPLE; i++) {
                assertThat(file.seen(file.people.get(i)))
                        .isEqualTo(memory.seen(memory.people.get(i)));
            }
        }
    }
}
