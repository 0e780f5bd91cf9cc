// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.catalogue.Product;
import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Outcome;
import io.palabre.core.conversations.Role;
import io.palabre.core.ids.ClientId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.ProductId;
import io.palabre.core.testing.ManualTime;
import io.palabre.core.testing.Recorder;
import io.palabre.core.testing.Story;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two people, or two devices of one, press the same button at the same instant, thousands of
/// times: of the two exactly one did it. All buttons are pressed at once too, so that the writer
/// never has only one pair before it.
class SameInstantTest {
    private static final int ROUNDS = 1_000;
    private static final int PEOPLE = 64; // 2,016 pairs

    private final SqlitePorts ports;
    private final Story story;
    private final List<PersonId> people;
    private final PersonId ann;
    private final PersonId bob;
    private final PersonId cat;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    SameInstantTest(@TempDir Path folder) {
        ports = SqlitePorts.open(folder, new ManualTime(), _ -> new Recorder());
        story = new Story(ports);
        people = IntStream.range(0, PEOPLE).mapToObj(i -> story.person("p" + i)).toList();
        ann = people.get(0);
        bob = people.get(1);
        cat = people.get(2);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        ports.close();
    }

    /// What two press in a round.
    private record Pair(Command one, Command other) {
        static Pair of(Command both) {
            return new Pair(both, both);
        }
    }

    private record Button(String name, IntFunction<Pair> round) {}

    private List<Outcome> press(Pair pair) throws Exception {
        var start = new CyclicBarrier(2);
        var one = pressing(pair.one(), start);
        var other = pressing(pair.other(), start);
        return List.of(one.get(), other.get());
    }

    private Future<Outcome> pressing(Command command, CyclicBarrier start) {
        return threads.submit(
                () -> {
                    start.await();
                    return ports.log().commit(command);
                });
    }

    private static boolean did(Outcome outcome) {
        return outcome instanceof Outcome.Accepted accepted && !accepted.repeated();
    }

    @Test
    void two_who_write_to_each_other_for_the_first_time_share_one_conversation() throws Exception {
        var opened = new HashSet<ConversationId>();
        var pairs = 0;
        for (var one : people) {
            for (var other : people.subList(people.indexOf(one) + 1, PEOPLE)) {
                var both =
                        press(
                                new Pair(
                                        new Command.StartPrivate(one, other),
                                        new Command.StartPrivate(other, one)));
                assertThat(both).filteredOn(SameInstantTest::did).hasSize(1);
                assertThat(both)
                        .extracting(SameInstantTest::where)
                        .containsOnly(where(both.get(0)));
                opened.add(where(both.getFirst()));
                pairs++;
            }
        }
        assertThat(opened).hasSize(pairs).hasSizeGreaterThan(ROUNDS);
    }

    private static ConversationId where(Outcome outcome) {
        return ((Outcome.Accepted) outcome).conversation();
    }

    @Test
    void who_is_removed_at_the_instant_in_which_they_write_says_nothing_behind_it()
            throws Exception {
        var group = group();
        for (var i = 0; i < ROUNDS / 4; i++) {
            story.adds(ann, group, cat);
            press(
                    new Pair(
                            new Command.RemoveMember(ann, group, cat),
                            Story.post(cat, group, "late" + i, "still here")));
        }
        var there = false;
        for (var entry : ports.log().after(group, 0, 4 * ROUNDS)) {
            switch (entry.event()) {
                case Durable.MembersAdded _ -> there = true;
                case Durable.MemberRemoved _ -> there = false;
                default -> assertThat(there || !entry.by().equals(cat)).isTrue();
            }
        }
    }

    @Test
    void of_two_presses_one_did_it() throws Exception {
        var pressed = new ArrayList<Future<@Nullable Void>>();
        for (var button : buttons()) pressed.add(threads.submit(() -> pressOften(button)));
        for (var button : pressed) button.get();
    }

    private @Nullable Void pressOften(Button button) throws Exception {
        for (var i = 0; i < ROUNDS; i++) {
            assertThat(press(button.round().apply(i)))
                    .as("%s, round %d", button.name(), i)
                    .filteredOn(SameInstantTest::did)
                    .hasSize(1);
        }
        return null;
    }

    private List<Button> buttons() {
        return Stream.of(started(), membership(), messages(), marks(), ownPart())
                .flatMap(List::stream)
                .toList();
    }

    /// A group of a button's own, in which both keep order.
    private ConversationId group() {
        var group = story.group(ann, bob);
        story.accepted(new Command.GiveRole(ann, group, bob, Role.ADMIN));
        return group;
    }

    private List<Button> started() {
        return List.of(
                new Button(
                        "a group with a client id",
                        i ->
                                Pair.of(
                                        new Command.StartGroup(
                                                ann,
                                                "Group",
                                                List.of(bob),
                                                new ClientId("g" + i)))),
                new Button("a conversation about a product", this::about));
    }

    private Pair about(int round) {
        var product = new ProductId("product-" + round);
        ports.catalogue().put(new Product(product, bob, "Panier", null, null, null));
        return Pair.of(new Command.StartAbout(ann, product, bob));
    }

    private List<Button> membership() {
        var inAndOut = group();
        var leaving = group();
        var titled = group();
        var ruled = group();
        return List.of(
                new Button("a member, in and out", i -> inOrOut(inAndOut, i % 2 == 0)),
                new Button(
                        "a member who leaves",
                        i ->
                                i % 2 == 0
                                        ? inOrOut(leaving, true)
                                        : Pair.of(new Command.Leave(cat, leaving))),
                new Button(
                        "a title",
                        i ->
                                new Pair(
                                        Command.Describe.titled(ann, titled, "Title " + i),
                                        Command.Describe.titled(bob, titled, "Title " + i))),
                new Button("a role", i -> Pair.of(role(ruled, i % 2 == 0))));
    }

    private Command role(ConversationId group, boolean plain) {
        return new Command.GiveRole(ann, group, bob, plain ? Role.MEMBER : Role.ADMIN);
    }

    private Pair inOrOut(ConversationId group, boolean in) {
        return in
                ? new Pair(adds(ann, group), adds(bob, group))
                : new Pair(
                        new Command.RemoveMember(ann, group, cat),
                        new Command.RemoveMember(bob, group, cat));
    }

    private Command adds(PersonId by, ConversationId group) {
        return new Command.AddMembers(by, group, List.of(cat));
    }

    private List<Button> messages() {
        var group = group();
        var said = story.says(ann, group, "onwards").id();
        return List.of(
                new Button("a message", i -> Pair.of(Story.post(ann, group, "m" + i, "once"))),
                new Button(
                        "a forwarded message",
                        i -> Pair.of(new Command.Forward(ann, said, group, new ClientId("f" + i)))),
                new Button(
                        "an edit",
                        i -> Pair.of(new Command.Edit(ann, said, "edit " + i, List.of()))),
                new Button("a deletion", _ -> deletes(says(group))),
                new Button("a hidden message", _ -> Pair.of(new Command.Hide(ann, says(group)))));
    }

    private Pair deletes(MessageId message) {
        return new Pair(new Command.Delete(ann, message), new Command.Delete(bob, message));
    }

    private MessageId says(ConversationId group) {
        return story.says(bob, group, "said").id();
    }

    private List<Button> marks() {
        var said = says(group());
        return List.of(
                new Button(
                        "a reaction",
                        i ->
                                Pair.of(
                                        i % 2 == 0
                                                ? new Command.React(ann, said, "👍")
                                                : new Command.Unreact(ann, said, "👍"))),
                new Button(
                        "a pinned message",
                        i -> i % 2 == 0 ? new Pair(pins(ann, said), pins(bob, said)) : unpin(said)),
                new Button(
                        "a block",
                        i ->
                                Pair.of(
                                        i % 2 == 0
                                                ? new Command.Block(ann, cat)
                                                : new Command.Unblock(ann, cat))));
    }

    private static Command pins(PersonId by, MessageId message) {
        return new Command.Pin(by, message);
    }

    private Pair unpin(MessageId message) {
        return new Pair(new Command.Unpin(ann, message), new Command.Unpin(bob, message));
    }

    private List<Button> ownPart() {
        var read = group();
        var written = group();
        var high = group();
        var cleared = group();
        return List.of(
                new Button(
                        "a conversation read",
                        _ -> Pair.of(new Command.MarkRead(ann, read, says(read).seq()))),
                new Button("a draft", i -> arranges(written, null, "draft " + i)),
                new Button("a conversation on top", i -> arranges(high, i % 2 == 0, null)),
                new Button(
                        "a conversation deleted for oneself",
                        _ -> {
                            says(cleared);
                            return Pair.of(new Command.Clear(ann, cleared));
                        }));
    }

    private Pair arranges(ConversationId group, @Nullable Boolean pinned, @Nullable String draft) {
        var wish = new Command.Wish(pinned, null, null, null, draft);
        return Pair.of(new Command.Arrange(ann, group, wish));
    }
}
