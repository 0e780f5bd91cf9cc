// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wiring;

import io.palabre.core.Time;
import io.palabre.core.ids.RandomIds;
import io.palabre.core.sync.Sync;
import io.palabre.server.accounts.AccountRoutes;
import io.palabre.server.accounts.Accounts;
import io.palabre.server.accounts.OperatorToken;
import io.palabre.server.accounts.PasswordHashes;
import io.palabre.server.accounts.Probes;
import io.palabre.server.accounts.Registrar;
import io.palabre.server.accounts.RegistrarRoutes;
import io.palabre.server.accounts.SetUp;
import io.palabre.server.arranging.MyPartRoutes;
import io.palabre.server.blocking.BlockRoutes;
import io.palabre.server.catalogue.ProductRoutes;
import io.palabre.server.config.Config;
import io.palabre.server.conversations.ConversationEvents;
import io.palabre.server.conversations.ConversationRoutes;
import io.palabre.server.conversations.Views;
import io.palabre.server.delivery.Delivery;
import io.palabre.server.delivery.Seating;
import io.palabre.server.delivery.Wording;
import io.palabre.server.edge.Event;
import io.palabre.server.edge.Route;
import io.palabre.server.health.HealthRoutes;
import io.palabre.server.messages.Changing;
import io.palabre.server.messages.ChangingEvents;
import io.palabre.server.messages.ChangingRoutes;
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
import io.palabre.server.sync.CatchUp;
import io.palabre.server.wire.Json;
import io.palabre.server.wire.Users;
import io.palabre.sql.SqliteStore;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a server does, on an open store: each feature made from what it needs.
///
/// @param setUpToken shown once, while there is nobody yet
record Features(
        List<Route> routes,
        List<Event> events,
        Attendance attendance,
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
                        new Attendance.Parts(store.people(), store.traces()),
                        probes,
                        time,
                        bench.rooms()::end);
        var users = new Users(attendance::presence);
        var profiles = new Profiles(store.people(), attendance::wished);
        var views = new Views(inbox, store.people(), store.blocks(), users);
        var wording = new Wording(views, inbox, store.blocks());
        bench.delivery().begin(wording);
        var messages =
                new Messages(log, inbox, new RandomIds(time, random), bench.rooms(), bench.json());
        var changing = new Changing(log, inbox);
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
                                new ProductRoutes(store.catalogue(), store.people()).routes(),
                                new ConversationRoutes(log, inbox, views).routes(),
                                new MyPartRoutes(log, inbox, views, bench.rooms(), bench.json())
                                        .routes(),
                                new MessageRoutes(messages, views).routes(),
                                new ChangingRoutes(changing).routes(),
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
                                new ConversationEvents(inbox).events(),
                                new MessageEvents(messages).events(),
                                new ChangingEvents(changing).events(),
                                new PresenceEvents(attendance, profiles, users).events(),
                                catchUp.events())
                        .flatMap(List::stream)
                        .toList();
        var seating = new Seating(log, inbox, store.people(), bench.delivery(), wording, users);
        var reception =
                new Network.Reception(
                        accounts, seating, attendance, new OperatorToken(random), probes);
        return new Features(routes, events, attendance, reception, token);
    }

    /// What stands before the store is opened.
    record Bench(SocketRooms rooms, Delivery delivery, Json json) {}

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
