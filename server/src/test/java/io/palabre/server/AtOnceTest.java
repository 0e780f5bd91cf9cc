// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.Someone.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Two people, or two devices of one, press the same button at the same instant, hundreds of times:
/// what should be one is one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AtOnceTest {
    private static final int ROUNDS = 200;

    private final RunningServer server =
            RunningServer.with("awa", "ibrahim", "claire", "administrator");
    private final Someone awa = server.signIn("awa");
    private final Someone ibrahim = server.signIn("ibrahim");
    private final Someone claire = server.signIn("claire");
    private final Someone administrator = server.signIn("administrator");

    @AfterAll
    void stop() {
        server.close();
    }

    /// One press of a button.
    private interface Press extends Callable<Reply> {}

    /// Presses all of a round at once, round after round; each round may add so many events.
    private void press(long events, LongSupplier count, IntFunction<List<Press>> round) {
        long before = count.getAsLong();
        for (int i = 0; i < ROUNDS; i++) {
            assertThat(atOnce(round.apply(i))).allMatch(reply -> reply.status() < 500);
        }
        assertThat(count.getAsLong() - before).isEqualTo(events * ROUNDS);
    }

    /// Rounds that do and undo by turns.
    private static IntFunction<List<Press>> inTurns(List<Press> doing, List<Press> undoing) {
        return i -> i % 2 == 0 ? doing : undoing;
    }

    private static List<Reply> atOnce(List<Press> presses) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var pressed = new ArrayList<Future<Reply>>();
            for (var press : presses) {
                pressed.add(
                        threads.submit(
                                () -> {
                                    start.await();
                                    return press.call();
                                }));
            }
            start.countDown();
            var replies = new ArrayList<Reply>();
            for (var one : pressed) replies.add(one.get());
            return replies;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// How many events a conversation has.
    private LongSupplier eventsIn(String conversation) {
        return () -> awa.get("/api/conversations/" + conversation).number("/conversation/lastSeq");
    }

    /// How many events one's own log has.
    private static LongSupplier ownEvents(Someone someone) {
        return () -> someone.post("/api/sync", "{\"cursors\":{}}").number("/ownSeq");
    }

    /// A group in which both keep order.
    private String group() {
        var group = awa.group("Groupe", ibrahim);
        var path = "/api/conversations/%s/members/%s".formatted(group, ibrahim.id());
        assertThat(awa.patch(path, "{\"role\":\"admin\"}").status()).isEqualTo(200);
        return group;
    }

    private String say(String conversation) {
        return "/api/messages/%s-%d".formatted(conversation, awa.say(conversation, "un"));
    }

    @Test
    void each_reacts_once_and_takes_it_back_once() {
        var group = group();
        var path = say(group) + "/reactions/%F0%9F%91%8D";
        press(
                2,
                eventsIn(group),
                inTurns(
                        List.of(
                                () -> awa.send("PUT", path, ""),
                                () -> ibrahim.send("PUT", path, ""),
                                () -> awa.send("PUT", path, ""),
                                () -> ibrahim.send("PUT", path, "")),
                        List.of(
                                () -> awa.delete(path),
                                () -> ibrahim.delete(path),
                                () -> awa.delete(path),
                                () -> ibrahim.delete(path))));
    }

    @Test
    void a_message_is_pinned_once_and_unpinned_once() {
        var group = group();
        var path = say(group) + "/pin";
        press(
                1,
                eventsIn(group),
                inTurns(
                        List.of(
                                () -> awa.send("PUT", path, ""),
                                () -> ibrahim.send("PUT", path, "")),
                        List.of(() -> awa.delete(path), () -> ibrahim.delete(path))));
    }

    @Test
    void somebody_is_added_once_and_removed_once() {
        var group = group();
        var members = "/api/conversations/%s/members".formatted(group);
        var wish = "{\"userIds\":[\"%s\"]}".formatted(claire.id());
        var path = members + "/" + claire.id();
        press(
                1,
                eventsIn(group),
                inTurns(
                        List.of(() -> awa.post(members, wish), () -> ibrahim.post(members, wish)),
                        List.of(
                                () -> awa.delete(path),
                                () -> ibrahim.delete(path),
                                () -> claire.delete(path))));
    }

    @Test
    void an_edit_and_a_deletion_happen_once() {
        var group = group();
        press(
                3, // said, edited, deleted
                eventsIn(group),
                i -> {
                    var path = say(group);
                    var words = "{\"content\":\"deux %d\"}".formatted(i);
                    Press edit = () -> awa.patch(path, words);
                    assertThat(atOnce(List.of(edit, edit))).allMatch(it -> it.status() == 200);
                    return List.of(() -> awa.delete(path), () -> ibrahim.delete(path));
                });
    }

    @Test
    void a_message_is_sent_and_forwarded_once() {
        var group = group();
        var path = say(group);
        press(
                2,
                eventsIn(group),
                i -> {
                    var said = "{\"content\":\"une fois\",\"clientId\":\"s%d\"}".formatted(i);
                    var to = "/api/conversations/%s/messages".formatted(group);
                    var onwards =
                            "{\"conversationIds\":[\"%s\"],\"clientId\":\"f%d\"}"
                                    .formatted(group, i);
                    return List.of(
                            () -> awa.post(to, said),
                            () -> awa.post(path + "/forward", onwards),
                            () -> awa.post(to, said),
                            () -> awa.post(path + "/forward", onwards));
                });
    }

    @Test
    void a_conversation_is_arranged_once_and_hidden_messages_are_hidden_once() {
        var group = group();
        var me = "/api/conversations/%s/me".formatted(group);
        press(
                2,
                ownEvents(ibrahim),
                i -> {
                    var path = say(group) + "?for=me";
                    var wish = "{\"pinned\":%s}".formatted(i % 2 == 0);
                    return List.of(
                            () -> ibrahim.patch(me, wish),
                            () -> ibrahim.delete(path),
                            () -> ibrahim.patch(me, wish),
                            () -> ibrahim.delete(path));
                });
    }

    @Test
    void what_is_read_is_read_once() {
        var group = group();
        var path = "/api/conversations/%s/read".formatted(group);
        press(
                1,
                ownEvents(ibrahim),
                _ -> {
                    awa.say(group, "lis");
                    return List.of(() -> ibrahim.post(path, ""), () -> ibrahim.post(path, ""));
                });
    }

    @Test
    void somebody_is_blocked_once_and_let_in_once() {
        var path = "/api/users/%s/block".formatted(administrator.id());
        press(
                1,
                ownEvents(claire),
                inTurns(
                        List.of(() -> claire.post(path, ""), () -> claire.post(path, "")),
                        List.of(() -> claire.delete(path), () -> claire.delete(path))));
    }

    @Test
    void a_group_asked_for_twice_is_one_and_so_is_a_conversation_about_a_product() {
        var seen = new HashSet<String>();
        for (int i = 0; i < ROUNDS; i++) {
            var group =
                    "{\"type\":\"group\",\"title\":\"G\",\"memberIds\":[\"%s\"],\"clientId\":\"g%d\"}"
                            .formatted(ibrahim.id(), i);
            var lamp = "{\"sellerId\":\"%s\",\"title\":\"Lampe\"}".formatted(ibrahim.id());
            administrator.send("PUT", "/api/products/lampe" + i, lamp);
            var about =
                    "{\"productId\":\"lampe%d\",\"sellerId\":\"%s\"}".formatted(i, ibrahim.id());
            Press start = () -> awa.post("/api/conversations", group);
            Press ask = () -> awa.post("/api/conversations", about);
            var replies = atOnce(List.of(start, ask, start, ask));
            assertThat(replies.get(2).text("/conversation/id"))
                    .isNotEmpty()
                    .isEqualTo(replies.get(0).text("/conversation/id"));
            assertThat(replies.get(3).text("/conversation/id"))
                    .isNotEmpty()
                    .isEqualTo(replies.get(1).text("/conversation/id"));
            assertThat(seen.add(replies.get(0).text("/conversation/id"))).isTrue();
            assertThat(seen.add(replies.get(1).text("/conversation/id"))).isTrue();
        }
    }
}
