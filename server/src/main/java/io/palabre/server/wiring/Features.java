// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wiring;

import io.palabre.core.Time;
import io.palabre.core.ids.Ids;
import io.palabre.core.ids.RandomIds;
import io.palabre.server.accounts.Accounts;
import io.palabre.server.accounts.OperatorToken;
import io.palabre.server.accounts.PasswordHashes;
import io.palabre.server.accounts.Probes;
import io.palabre.server.accounts.SetUp;
import io.palabre.server.attachments.Attaching;
import io.palabre.server.attachments.Shelf;
import io.palabre.server.config.Config;
import io.palabre.server.conversations.Views;
import io.palabre.server.delivery.Delivery;
import io.palabre.server.delivery.Seating;
import io.palabre.server.delivery.Totals;
import io.palabre.server.delivery.Wording;
import io.palabre.server.edge.Event;
import io.palabre.server.edge.Route;
import io.palabre.server.health.HealthRoutes;
import io.palabre.server.messages.Drafts;
import io.palabre.server.messages.Messages;
import io.palabre.server.network.Network;
import io.palabre.server.network.SocketRooms;
import io.palabre.server.presence.Attendance;
import io.palabre.server.sync.CatchUp;
import io.palabre.server.types.MessageTypes;
import io.palabre.server.wire.Json;
import io.palabre.server.wire.Users;
import io.palabre.sql.SqliteStore;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
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
        var random = new SecureRandom();
        var ids = new RandomIds(time, random);
        var setUp = new SetUp();
        var token = setUp.begin(store.people(), random);
        var accounts = accounts(store, config, time, setUp);
        var probes = new Probes(ids, time, random);
        var company = Company.of(store, accounts, probes, time, bench);
        var users = new Users(company.attendance()::presence, store.blocks());
        var views = new Views(store.inbox(), store.people(), store.blocks(), users);
        var totals = new Totals(store.inbox()::unreadTotal);
        var wording = new Wording(views, store.inbox(), store.blocks(), totals);
        bench.delivery().begin(wording, store.inbox(), company.asides());
        var talk =
                new Doors.Talk(
                        views,
                        new Messages(
                                store.log(), store.inbox(), totals, new Drafts(bench.types(), ids)),
                        attaching(store, config, time, ids),
                        new CatchUp(store.log(), store.inbox(), wording, bench.json()));
        var people = new Doors.People(accounts, probes, company.profiles(store), users);
        var doors = new Doors(store, company, people, talk);
        var seating =
                new Seating(
                        store.log(),
                        store.inbox(),
                        store.people(),
                        bench.delivery(),
                        wording,
                        users);
        return new Features(
                with(doors.routes(), health(store, config, setUp)),
                doors.events(),
                company.attendance(),
                with(company.endings(), List.of(talk.attaching()::close)),
                new Network.Reception(
                        accounts, seating, company.arrivals(), new OperatorToken(random), probes),
                token);
    }

    private static <T> List<T> with(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static Attaching attaching(SqliteStore store, Config config, Time time, Ids ids) {
        var shelf = new Shelf(store.attachments(), store.blobs());
        return new Attaching(shelf, ids, time, config.uploads());
    }

    private static List<Route> health(SqliteStore store, Config config, SetUp setUp) {
        return new HealthRoutes(
                        store.people(),
                        store::writes,
                        () -> registration(config, setUp),
                        config.demo())
                .routes();
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
