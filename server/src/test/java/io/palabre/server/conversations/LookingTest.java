// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Outcome;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.people.Enrolment;
import io.palabre.core.people.Newcomer;
import io.palabre.core.presence.Presence;
import io.palabre.core.presence.Transport;
import io.palabre.core.sessions.Session;
import io.palabre.core.sessions.TokenHash;
import io.palabre.server.edge.Client;
import io.palabre.server.edge.Said;
import io.palabre.server.edge.Words;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.Json;
import io.palabre.server.wire.Users;
import io.palabre.sql.SqliteStore;
import io.palabre.sql.StoreOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookingTest {
    @TempDir Path folder;

    /// One who leaves the conversation at the moment of looking at it.
    private record Leaver(SqliteStore store, Session session, Set<ConversationId> looksAt)
            implements Client {

        @Override
        public String id() {
            return session.id().toString();
        }

        @Override
        public Transport transport() {
            return Transport.WEBSOCKET;
        }

        @Override
        public void emit(String event, Object shape) {}

        @Override
        public void emit(Words words) {}

        @Override
        public boolean offer(List<Words> events) {
            return true;
        }

        @Override
        public void close(String reason) {}

        @Override
        public boolean hears(ConversationId conversation) {
            return true;
        }

        @Override
        public void look(ConversationId conversation, boolean receipts) {
            looksAt.add(conversation);
            store.log().commit(new Command.Leave(caller(), conversation));
        }

        @Override
        public void lookAway(ConversationId conversation) {
            looksAt.remove(conversation);
        }
    }

    private static final class NoScreens implements Screens {
        @Override
        public void look(Client client, ConversationId conversation, Set<PersonId> members) {}

        @Override
        public void lookAway(Client client, ConversationId conversation) {}
    }

    @Test
    void who_is_gone_before_they_have_looked_does_not_go_on_looking() {
        try (var store = SqliteStore.open(folder, StoreOptions.standard(), _ -> _ -> {})) {
            var person = person(store);
            var group = group(store, person);
            var session =
                    store.sessions()
                            .open(person, new TokenHash("0".repeat(64)), null, Duration.ofDays(1));
            var leaver = new Leaver(store, session, new HashSet<>());
            var join =
                    new ConversationEvents(
                                    store.inbox(),
                                    store.people(),
                                    new Users(_ -> Presence.UNKNOWN, store.blocks()),
                                    new NoScreens())
                            .events()
                            .getFirst();
            var said = new Said("\"%s\"".formatted(group), new Json(), leaver.caller());

            assertThatThrownBy(() -> join.handler().answer(leaver, said))
                    .isInstanceOf(Refused.class);
            assertThat(leaver.looksAt()).isEmpty();
        }
    }

    private static PersonId person(SqliteStore store) {
        var enrolment = store.people().enrol(Newcomer.named("ann", "Ann"));
        return ((Enrolment.Enrolled) enrolment).person().id();
    }

    private static ConversationId group(SqliteStore store, PersonId owner) {
        var outcome = store.log().commit(new Command.StartGroup(owner, "Group", List.of()));
        return ((Outcome.Accepted) outcome).conversation();
    }
}
