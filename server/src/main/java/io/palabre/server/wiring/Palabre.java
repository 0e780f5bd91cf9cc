// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wiring;

import io.palabre.core.Time;
import io.palabre.core.hub.Hub;
import io.palabre.core.people.PersonRole;
import io.palabre.server.config.Config;
import io.palabre.server.delivery.Delivery;
import io.palabre.server.demo.Demo;
import io.palabre.server.demo.PastTime;
import io.palabre.server.edge.Event;
import io.palabre.server.edge.Route;
import io.palabre.server.network.Network;
import io.palabre.server.types.MessageTypes;
import io.palabre.server.wire.Json;
import io.palabre.sql.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A running server. The network is made first, because delivery speaks through it, and takes the
/// port; then the store, which speaks to delivery; then the features; the port opens last. It
/// closes in an order that lets what was begun be finished.
public final class Palabre implements AutoCloseable {
    private final Network network;
    private final Delivery delivery;
    private final SqliteStore store;
    private final Features features;
    private final int port;
    private final Config config;

    private Palabre(Config config, Time time, Optional<PastTime> demo) throws StartException {
        this.config = config;
        var types = messageTypes(config);
        var json = new Json();
        network = new Network(config, json);
        port = takePort(config);
        delivery = new Delivery(network.rooms(), json);
        store = openStore(config, time);
        cast(demo);
        features =
                Features.on(
                        store,
                        config,
                        time,
                        new Features.Bench(network.rooms(), delivery, json, types));
        network.open(features.routes(), features.events(), features.reception());
        letOperatorIn(json);
    }

    /// Starts a server and returns when it serves.
    public static Palabre start(Config config, Time time) throws StartException {
        if (!config.demo()) return new Palabre(config, time, Optional.empty());
        var past = new PastTime(time);
        return new Palabre(config, past, Optional.of(past));
    }

    /// The port it listens on.
    public int port() {
        return port;
    }

    /// With which the first administrator is made; empty when there are people already.
    public Optional<String> setUpToken() {
        return features.setUpToken();
    }

    /// Whether somebody can keep the accounts.
    public boolean hasAdministrator() {
        return store.people().anybodyIs(PersonRole.ADMIN);
    }

    /// Every REST route.
    public List<Route> routes() {
        return features.routes();
    }

    /// Every event that sockets may say, save `authenticate`.
    public List<Event> events() {
        return features.events();
    }

    @Override
    public void close() {
        OperatorFile.remove(config.data());
        network.close();
        features.attendance().close();
        features.endings().forEach(Runnable::run);
        delivery.close();
        store.close();
    }

    /// Sample people and real ones do not share a folder: everybody knows the passwords of the
    /// former.
    private void cast(Optional<PastTime> demo) throws StartException {
        var accounts = Store.accounts(store);
        if (demo.isPresent() && Demo.mayPlay(accounts)) {
            new Demo(accounts, store.log(), store.catalogue(), store.traces(), demo.get()).play();
            return;
        }
        var open = Demo.openAccounts(accounts);
        if (demo.isPresent() == !open.isEmpty()) return;
        network.close();
        store.close();
        var folder = config.data().toAbsolutePath().normalize();
        throw new StartException(
                StartException.Why.DEMO_OR_NOT,
                demo.isPresent() ? notADemo(folder) : aDemo(folder, open));
    }

    private static String notADemo(Path folder) {
        return "%s holds people of its own: start it without --demo, or the demo on another folder."
                .formatted(folder);
    }

    private static String aDemo(Path folder, List<String> open) {
        return "%s is a demo: everybody knows the passwords of %s. Start it with --demo, or take another folder."
                .formatted(folder, String.join(", ", open));
    }

    private static MessageTypes messageTypes(Config config) throws StartException {
        try {
            return MessageTypes.in(config.data());
        } catch (IOException e) {
            throw new StartException(StartException.Why.FOLDER_UNUSABLE, e);
        }
    }

    private SqliteStore openStore(Config config, Time time) throws StartException {
        try {
            return Store.open(config, time, log -> new Hub(log, delivery));
        } catch (StartException e) {
            network.close();
            throw e;
        }
    }

    private static String notListening(Config config, IOException e) {
        var why = String.valueOf(e.getMessage());
        return why.contains("in use")
                ? "Port %d of %s is taken: stop what listens there, or choose another with --port."
                        .formatted(config.port(), config.host())
                : "Cannot listen on %s:%d: %s".formatted(config.host(), config.port(), why);
    }

    private void letOperatorIn(Json json) throws StartException {
        boolean everywhere = config.host().equals("0.0.0.0") || config.host().equals("::");
        var host = everywhere ? "127.0.0.1" : config.host();
        var url = "http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port);
        try {
            var token = features.reception().operator().text();
            new OperatorFile(url, token).write(config.data(), json);
        } catch (IOException e) {
            close();
            throw new StartException(
                    StartException.Why.FOLDER_UNUSABLE,
                    "Cannot write into %s: %s".formatted(config.data(), e.getMessage()),
                    e);
        }
    }

    private int takePort(Config config) throws StartException {
        try {
            return network.bind();
        } catch (IOException e) {
            network.close();
            throw new StartException(StartException.Why.PORT_TAKEN, notListening(config, e), e);
        }
    }
}
