// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wiring;

import io.palabre.core.Time;
import io.palabre.core.conversations.Arrangement;
import io.palabre.core.conversations.Fleeting;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.server.accounts.Accounts;
import io.palabre.server.accounts.Expiry;
import io.palabre.server.accounts.Probes;
import io.palabre.server.arranging.MuteEnds;
import io.palabre.server.conversations.Screens;
import io.palabre.server.delivery.Asides;
import io.palabre.server.edge.Arrivals;
import io.palabre.server.edge.Client;
import io.palabre.server.people.Profiles;
import io.palabre.server.presence.Attendance;
import io.palabre.server.receipts.Marks;
import io.palabre.server.receipts.Notices;
import io.palabre.server.typing.Typists;
import io.palabre.sql.SqliteStore;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// What is known of those who are there, beside what is stored: whether they are, what they write,
/// how far it has come with them. Each part has threads of its own.
record Company(
        Attendance attendance,
        Expiry expiry,
        Typists typists,
        Notices notices,
        Marks marks,
        MuteEnds muteEnds) {

    static Company of(
            SqliteStore store, Accounts accounts, Probes probes, Time time, Features.Bench bench) {
        var parts = new Attendance.Parts(store.people(), store.blocks(), store.traces());
        var attendance = new Attendance(parts, bench.json(), probes, time, bench.rooms()::end);
        Predicate<PersonId> isSeen = person -> attendance.presence(person).isOnline();
        var eyes = new Typists.Eyes(isSeen, store.blocks());
        var kept =
                new Notices.Store(store.inbox(), store.people(), store.receipts(), store.blocks());
        var notices = new Notices(bench.rooms(), bench.json(), kept, time);
        return new Company(
                attendance,
                new Expiry(accounts, attendance, time),
                new Typists(bench.rooms(), bench.json(), eyes, time),
                notices,
                new Marks(
                        store.receipts(),
                        moved -> notices.moved(moved.conversation(), moved.cursor()),
                        time),
                new MuteEnds(store.inbox(), bench.delivery()::tell, time));
    }

    /// Profiles whose changes they hear of.
    Profiles profiles(SqliteStore store) {
        Consumer<PersonId> wished = attendance::wished;
        return new Profiles(
                store.people(), wished.andThen(typists::wished).andThen(notices::profileChanged));
    }

    Arrivals arrivals() {
        return Arrivals.all(attendance, typists, expiry);
    }

    /// Stop it, in this order.
    List<Runnable> endings() {
        return List.of(
                expiry::close, typists::close, marks::close, notices::close, muteEnds::close);
    }

    Screens screens() {
        return new Screens() {
            @Override
            public void look(Client client, ConversationId conversation, Set<PersonId> members) {
                attendance.watching().look(client, conversation, members);
            }

            @Override
            public void lookAway(Client client, ConversationId conversation) {
                attendance.watching().lookAway(client, conversation);
                typists.stops(client, conversation);
            }
        };
    }

    Asides asides() {
        return new Asides() {
            @Override
            public void fellSilent(PersonId person, ConversationId conversation) {
                typists.fellSilent(person, conversation);
            }

            @Override
            public void blocked(PersonId by, PersonId person) {
                attendance.watching().sever(by, person);
            }

            @Override
            public void unblocked(PersonId by, PersonId person) {
                attendance.watching().mend(by, person);
            }

            @Override
            public void arranged(Arrangement arrangement) {
                muteEnds.arranged(arrangement);
            }

            @Override
            public void came(ConversationId conversation, Set<PersonId> comers) {
                attendance.watching().came(conversation, comers);
            }

            @Override
            public void went(ConversationId conversation, PersonId leaver) {
                attendance.watching().went(conversation, leaver);
            }

            @Override
            public void moved(ConversationId conversation, Fleeting cursor) {
                notices.moved(conversation, cursor);
            }
        };
    }
}
