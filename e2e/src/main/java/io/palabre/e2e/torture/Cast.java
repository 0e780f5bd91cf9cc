// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.torture;

import io.palabre.e2e.Await;
import io.palabre.e2e.Scene;
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
    /// The number of the event that makes a conversation; messages come after it.
    static final long BEGINNING = 1;

    final List<FaultProxy> proxies = new ArrayList<>();
    final List<LiveClient> devices = new ArrayList<>();
    final List<String> conversations;
    private final Scene scene;
    private final Person ann;

    Cast(Scene scene) throws IOException {
        this.scene = scene;
        ann = scene.rest().register("ann");
        var bob = scene.rest().register("bob");
        var cat = scene.rest().register("cat");
        conversations =
                List.of(
                        scene.rest().group(ann, "first", List.of(bob, cat)),
                        scene.rest().group(bob, "second", List.of(ann, cat)));
        device("ann", ann, Transports.WEBSOCKET);
        device("bob", bob, Transports.POLLING);
        device("cat", cat, Transports.UPGRADING);
        device("guest", bob, Transports.WEBSOCKET);
    }

    private void device(String name, Person person, Transports transports) throws IOException {
        var proxy = new FaultProxy(scene.server().port());
        proxies.add(proxy);
        devices.add(
                scene.clients()
                        .device(name, person, proxy.url())
                        .follow(conversations, BEGINNING)
                        .connect(transports));
    }

    Person ann() {
        return ann;
    }

    Load talk(SplittableRandom random) {
        return new Load(random, devices, conversations, true);
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
        return conversations.stream().allMatch(each -> device.cursor(each) >= head(each));
    }

    private long head(String conversation) {
        var path = "/api/conversations/" + conversation;
        return scene.rest().get(ann, path).body().at("/conversation/lastSeq").asLong();
    }

    @Override
    public void close() {
        proxies.forEach(FaultProxy::close);
    }
}
