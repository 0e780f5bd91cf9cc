// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.conversations.Arrangement;
import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Fleeting;
import io.palabre.core.hub.Hub;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.log.Log;
import io.palabre.core.people.Enrolment;
import io.palabre.core.people.Newcomer;
import io.palabre.core.presence.Presence;
import io.palabre.core.presence.Transport;
import io.palabre.core.sessions.Session;
import io.palabre.core.sessions.TokenHash;
import io.palabre.server.conversations.Views;
import io.palabre.server.edge.Client;
import io.palabre.server.edge.Words;
import io.palabre.server.network.Network;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.wire.Json;
import io.palabre.server.wire.Users;
import io.palabre.sql.SqliteStore;
import io.palabre.sql.StoreOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeatingTest {
    @TempDir Path folder;

    /// A socket that remembers what it was told.
    private record Listener(Session session, List<String> told) implements Client {

        @Override
        public String id() {
            return session.id().toString();
        }

        @Override
        public Transport transport() {
            return Transport.WEBSOCKET;
        }

        @Override
        public void emit(String event, Object shape) {
            told.add(event);
        }

        @Override
        public void emit(Words words) {
            told.add(words.event());
        }

        @Override
        public boolean offer(List<Words> events) {
            return events.stream().map(Words::event).allMatch(told::add);
        }

        @Override
        public void close(String reason) {}

        @Override
        public boolean hears(ConversationId conversation) {
            return true;
        }

        @Override
        public void look(ConversationId conversation, boolean receipts) {}

        @Override
        public void lookAway(ConversationId conversation) {}
    }

    private static final class NoAsides implements Asides {
        @Override
        public void fellSilent(PersonId person, ConversationId conversation) {}

        @Override
        public void blocked(PersonId by, PersonId person) {}

        @Override
        public void arranged(Arrangement arrangement) {}

        @Override
        public void unblocked(PersonId by, PersonId person) {}

        @Override
        public void came(ConversationId conversation, Set<PersonId> comers) {}

        @Override
        public void went(ConversationId conversation, PersonId leaver) {}

        @Override
        public void moved(ConversationId conversation, Fleeting cursor) {}
    }

    /// A store, and what happens in it.
    private interface Scene {
        void play(SqliteStore store, Delivery delivery, Views views) throws Exception;
    }

    private void play(Scene scene) throws Exception {
        var json = new Json();
        var network = new Network(RunningServer.config(folder, Map.of()), json);
        try (var delivery = new Delivery(network.rooms(), json);
                var store =
                        SqliteStore.open(
                                folder, StoreOptions.standard(), log -> new Hub(log, delivery))) {
            var views = new Views(store.inbox(), store.people(), store.blocks(), users(store));
            delivery.begin(wording(store, views), store.inbox(), new NoAsides());
            scene.play(store, delivery, views);
        } finally {
            network.close();
        }
    }

    private static Users users(SqliteStore store) {
        return new Users(_ -> Presence.UNKNOWN, store.blocks());
    }

    private static Wording wording(SqliteStore store, Views views) {
        return new Wording(views, store.inbox(), store.blocks(), new Totals(_ -> 0));
    }

    private static Seating seating(SqliteStore store, Log log, Delivery delivery, Views views) {
        return new Seating(
                log, store.inbox(), store.people(), delivery, wording(store, views), users(store));
    }

    @Test
    void a_socket_that_cannot_be_seated_is_told_so_and_the_next_one_is_seated() throws Exception {
        play(
                (store, delivery, views) -> {
                    var seating = seating(store, store.log(), delivery, views);
                    var listener = listener(store);
                    var failed =
                            CompletableFuture.supplyAsync(
                                    () ->
                                            seating.seat(
                                                    listener,
                                                    _ -> {
                                                        throw new IllegalStateException(
                                                                "on purpose");
                                                    }),
                                    Thread::startVirtualThread);
                    assertThat(failed).failsWithin(10, TimeUnit.SECONDS);
                    assertThat(listener.told()).isEmpty();
                    assertThat(seating.seat(listener, _ -> {}).displayName()).isEqualTo("Ann");
                    assertThat(listener.told()).startsWith("authenticated");
                });
    }

    @Test
    void what_happened_while_hello_was_written_is_told_behind_it() throws Exception {
        play(
                (store, delivery, views) -> {
                    var listener = listener(store);
                    var group = new Command.StartGroup(listener.caller(), "Group", List.of());
                    var log = new WatchedLog(store.log(), () -> store.log().commit(group));

                    seating(store, log, delivery, views).seat(listener, _ -> {});

                    assertThat(listener.told())
                            .containsExactly("authenticated", "new_conversation", "unread_total");
                });
    }

    @Test
    void the_log_is_not_read_again_for_one_to_whom_nothing_happened() throws Exception {
        play(
                (store, delivery, views) -> {
                    var listener = listener(store);
                    var log = new WatchedLog(store.log(), () -> {});

                    seating(store, log, delivery, views).seat(listener, _ -> {});

                    assertThat(listener.told()).containsExactly("authenticated", "unread_total");
                    assertThat(log.looks()).hasValue(0);
                });
    }

    private static Listener listener(SqliteStore store) {
        var enrolment = store.people().enrol(Newcomer.named("ann", "Ann"));
        var person = ((Enrolment.Enrolled) enrolment).person().id();
        var token = new TokenHash("0".repeat(64));
        var session = store.sessions().open(person, token, null, Duration.ofDays(1));
        return new Listener(session, new CopyOnWriteArrayList<>());
    }
}
