// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.torture;

import io.palabre.e2e.Await;
import io.palabre.e2e.Scene;
import io.palabre.e2e.Trio;
import io.palabre.e2e.clients.LiveClient;
import io.palabre.e2e.clients.Load;
import io.palabre.e2e.clients.Person;
import io.palabre.e2e.clients.Transports;
import io.palabre.e2e.faults.FaultProxy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Three people on four devices in two groups, each device behind a proxy of its own.
final class Cast implements AutoCloseable {
    final List<FaultProxy> proxies = new ArrayList<>();
    final List<LiveClient> devices = new ArrayList<>();
    final List<String> conversations;
    private final Scene scene;
    private final Trio people;

    Cast(Scene scene) throws IOException {
        this.scene = scene;
        people = Trio.in(scene);
        conversations = people.conversations();
        device("ann", people.ann(), Transports.WEBSOCKET);
        device("bob", people.bob(), Transports.POLLING);
        device("cat", people.cat(), Transports.UPGRADING);
        device("guest", people.bob(), Transports.WEBSOCKET);
    }

    private void device(String name, Person person, Transports transports) throws IOException {
        var proxy = new FaultProxy(scene.server().port());
        proxies.add(proxy);
        devices.add(
                scene.clients()
                        .device(name, person, proxy.url())
                        .follow(conversations, Trio.BEGINNING)
                        .connect(transports));
    }

    Person ann() {
        return people.ann();
    }

    Load talk(SplittableRandom random) {
        return new Load(random, devices, conversations);
    }

    FaultProxy anyProxy(SplittableRandom random) {
        return proxies.get(random.nextInt(proxies.size()));
    }

    LiveClient anyDevice(SplittableRandom random) {
        return devices.get(random.nextInt(devices.size()));
    }

    void heal() {
        proxies.forEach(FaultProxy::heal);
    }

    /// Whether everybody has an answer to everything, and everything there is.
    boolean settles(Duration within) {
        return Await.comes(
                within,
                () -> devices.stream().allMatch(each -> each.waiting() == 0 && hasAll(each)));
    }

    private boolean hasAll(LiveClient device) {
        return conversations.stream().allMatch(each -> device.cursor(each) >= people.head(each));
    }

    @Override
    public void close() {
        proxies.forEach(FaultProxy::close);
    }
}
