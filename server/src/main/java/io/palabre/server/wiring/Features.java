// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wiring;

import io.palabre.core.Time;
import io.palabre.core.conversations.Fleeting;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.RandomIds;
import io.palabre.core.sync.Sync;
import io.palabre.server.accounts.AccountRoutes;
import io.palabre.server.accounts.Accounts;
import io.palabre.server.accounts.Expiry;
import io.palabre.server.accounts.OperatorToken;
import io.palabre.server.accounts.PasswordHashes;
import io.palabre.server.accounts.Probes;
import io.palabre.server.accounts.Registrar;
import io.palabre.server.accounts.RegistrarRoutes;
import io.palabre.server.accounts.SetUp;
import io.palabre.server.arranging.MyPartRoutes;
import io.palabre.server.attachments.Attaching;
import io.palabre.server.attachments.Shelf;
import io.palabre.server.blocking.BlockRoutes;
import io.palabre.server.blocking.Complaints;
import io.palabre.server.blocking.ReportRoutes;
import io.palabre.server.catalogue.ProductRoutes;
import io.palabre.server.config.Config;
import io.palabre.server.conversations.ConversationEvents;
import io.palabre.server.conversations.ConversationRoutes;
import io.palabre.server.conversations.Screens;
import io.palabre.server.conversations.Views;
import io.palabre.server.delivery.Asides;
import io.palabre.server.delivery.Delivery;
import io.palabre.server.delivery.Seating;
import io.palabre.server.delivery.Wording;
import io.palabre.server.edge.Arrivals;
import io.palabre.server.edge.Client;
import io.palabre.server.edge.Event;
import io.palabre.server.edge.Route;
import io.palabre.server.health.HealthRoutes;
import io.palabre.server.messages.Changing;
import io.palabre.server.messages.ChangingEvents;
import io.palabre.server.messages.ChangingRoutes;
import io.palabre.server.messages.Drafts;
import io.palabre.server.messages.Forwarding;
import io.palabre.server.messages.MessageEvents;
import io.palabre.server.messages.MessageRoutes;
import io.palabre.server.messages.Messages;
import io.palabre.server.network.Network;
import io.palabre.server.network.SocketRooms;
import io.palabre.server.people.PeopleRoutes;
import io.palabre.server.people.Profiles;
import io.palabre.server.presence.Attendance;
import io.palabre.server.presence.OperatorRoutes;
import io.palabre.server.presence.PresenceEvents;
import io.palabre.server.presence.PresenceRoutes;
import io.palabre.server.receipts.Marks;
import io.palabre.server.receipts.Notices;
import io.palabre.server.receipts.ReceiptEvents;
import io.palabre.server.receipts.ReceiptRoutes;
import io.palabre.server.search.SearchRoutes;
import io.palabre.server.sync.CatchUp;
import io.palabre.server.types.MessageTypes;
import io.palabre.server.typing.TypingEvents;
import io.palabre.server.typing.Typists;
import io.palabre.server.wire.Json;
import io.palabre.server.wire.Users;
import io.palabre.sql.SqliteStore;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a server does, on an open store: each feature made from what it needs.
///
/// @param endings stop what has threads of its own, in this order
/// @param setUpToken shown once, while there is nobody yet
record Features(
        List<Route> routes,
        List<Event> events,
        Attendance attendance,
        List<Runnable> endings,
        Network.Reception reception,
        Optional<String> setUpToken) {

    static Features on(SqliteStore store, Config config, Time time, Bench bench) {
        var inbox = store.inbox();
        var log = store.log();
        var random = new SecureRandom();
        var setUp = new SetUp();
        var token = setUp.begin(store.people(), random);
        var accounts = accounts(store, config, time, setUp);

        var probes = new Probes(new RandomIds(time, random), time, random);
        var attendance =
                new Attendance(
                        new Attendance.Parts(store.people(), store.blocks(), store.traces()),
                        probes,
                        time,
                        bench.rooms()::end);
        var expiry = new Expiry(accounts, attendance, time);
        var users = new Users(attendance::presence, store.blocks());
        Predicate<PersonId> isSeen = person -> attendance.presence(person).isOnline();
        var typists =
                new Typists(
                        bench.rooms(),
                        bench.json(),
                        new Typists.Eyes(isSeen, store.blocks()),
                        time);
        Consumer<PersonId> wished = attendance::wished;
        var notices =
                new Notices(
                        bench.rooms(),
                        bench.json(),
                        new Notices.Store(inbox, store.people(), store.receipts()),
                        time);
        var marks =
                new Marks(
                        store.receipts(),
                        moved -> notices.moved(moved.conversation(), moved.cursor()),
                        time);
        var profiles =
                new Profiles(
                        store.people(),
                        wished.andThen(typists::wished).andThen(notices::profileChanged));
        var views = new Views(inbox, store.people(), store.blocks(), users);
        var wording = new Wording(views, inbox, store.blocks());
        bench.delivery().begin(wording, asides(attendance, typists, notices));
        var messages =
                new Messages(
                        log,
                        inbox,
                        new Drafts(bench.types(), new RandomIds(time, random)),
                        bench.rooms(),
                        bench.json());
        var changing = new Changing(log, inbox);
        var attaching =
                new Attaching(
                        new Shelf(store.attachments(), store.blobs()),
                        new RandomIds(time, random),
                        time,
                        config.uploads());
        var catchUp = new CatchUp(new Sync(log), inbox, wording);

        var routes =
                Stream.of(
                                new AccountRoutes(accounts, attendance, users).routes(),
                                new RegistrarRoutes(
                                                new Registrar(
                                                        Store.accounts(store),
                                                        accounts,
                                                        attendance))
                                        .routes(),
                                new PresenceRoutes(attendance, accounts, store.people(), users)
                                        .routes(),
                                new OperatorRoutes(attendance, store.people(), users, probes)
                                        .routes(),
                                new PeopleRoutes(store.people(), profiles, users).routes(),
                                new BlockRoutes(log, store.blocks(), store.people(), users)
                                        .routes(),
                                new ReportRoutes(
                                                store.reports(),
                                                new Complaints(
                                                        inbox, store.people(), store.reports()),
                                                store.people(),
                                                users)
                                        .routes(),
                                new ProductRoutes(store.catalogue(), store.people()).routes(),
                                new ConversationRoutes(log, inbox, views).routes(),
                                new MyPartRoutes(log, inbox, views, bench.rooms(), bench.json())
                                        .routes(),
                                new MessageRoutes(messages, views).routes(),
                                new ChangingRoutes(changing).routes(),
                                new Forwarding(log, inbox).routes(),
                                new ReceiptRoutes(
                                                marks,
                                                store.receipts(),
                                                inbox,
                                                store.people(),
                                                users)
                                        .routes(),
                                attaching.routes(),
                                new SearchRoutes(store.search()).routes(),
                                catchUp.routes(),
                                new HealthRoutes(
                                                store.people(),
                                                store::writes,
                                                () -> registration(config, setUp),
                                                config.demo())
                                        .routes())
                        .flatMap(List::stream)
                        .toList();
        var events =
                Stream.of(
                                new ConversationEvents(
                                                inbox, store.people(), screens(attendance, typists))
                                        .events(),
                                new MessageEvents(messages).events(),
                                new ChangingEvents(changing).events(),
                                new PresenceEvents(attendance, profiles, users).events(),
                                new TypingEvents(typists, inbox).events(),
                                new ReceiptEvents(marks, inbox).events(),
                                catchUp.events())
                        .flatMap(List::stream)
                        .toList();
        var seating = new Seating(log, inbox, store.people(), bench.delivery(), wording, users);
        var reception =
                new Network.Reception(
                        accounts,
                        seating,
                        Arrivals.all(attendance, typists, expiry),
                        new OperatorToken(random),
                        probes);
        return new Features(
                routes,
                events,
                attendance,
                List.of(
                        expiry::close,
                        typists::close,
                        marks::close,
                        notices::close,
                        attaching::close),
                reception,
                token);
    }

    private static Screens screens(Attendance attendance, Typists typists) {
        return new Screens() {
            @Override
            public void look(Client client, ConversationId conversation, Set<PersonId> members) {
                attendance.look(client, conversation, members);
            }

            @Override
            public void lookAway(Client client, ConversationId conversation) {
                attendance.lookAway(client, conversation);
                typists.stops(client, conversation);
            }
        };
    }

    private static Asides asides(Attendance attendance, Typists typists, Notices notices) {
        return new Asides() {
            @Override
            public void fellSilent(PersonId person, ConversationId conversation) {
                typists.fellSilent(person, conversation);
            }

            @Override
            public void blocked(PersonId by, PersonId person) {
                attendance.sever(by, person);
            }

            @Override
            public void unblocked(PersonId by, PersonId person) {
                attendance.mend(by, person);
            }

            @Override
            public void came(ConversationId conversation, Set<PersonId> comers) {
                attendance.came(conversation, comers);
            }

            @Override
            public void went(ConversationId conversation, PersonId leaver) {
                attendance.went(conversation, leaver);
            }

            @Override
            public void moved(ConversationId conversation, Fleeting cursor) {
                notices.moved(conversation, cursor);
            }
        };
    }

    /// What stands before the store is opened.
    record Bench(SocketRooms rooms, Delivery delivery, Json json, MessageTypes types) {}

    private static Accounts accounts(SqliteStore store, Config config, Time time, SetUp setUp) {
        var hashes = new PasswordHashes(Runtime.getRuntime().availableProcessors());
        boolean open = config.registration() == Config.Registration.OPEN;
        var policy = new Accounts.Policy(open, config.sessionLife(), setUp, config.bounds());
        return new Accounts(Store.accounts(store), hashes, policy, time);
    }

    private static HealthRoutes.Registration registration(Config config, SetUp setUp) {
        if (setUp.isPending()) return HealthRoutes.Registration.SETUP;
        return config.registration() == Config.Registration.OPEN
                ? HealthRoutes.Registration.OPEN
                : HealthRoutes.Registration.CLOSED;
    }
}
