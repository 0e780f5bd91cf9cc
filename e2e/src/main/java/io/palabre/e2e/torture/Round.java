// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.torture;

import io.palabre.e2e.Await;
import io.palabre.e2e.Ending;
import io.palabre.e2e.Scene;
import io.palabre.e2e.clients.ClientRefused;
import io.palabre.e2e.clients.LiveClient;
import io.palabre.e2e.history.Gauge;
import io.palabre.e2e.history.Op;
import io.palabre.e2e.history.Run;
import java.io.IOException;
import java.time.Duration;
import java.util.SplittableRandom;

/// One server, a cast that talks and some faults in a row; then all is healed, and what was done
/// and heard is set beside what is in the store.
final class Round {
    static final int FAULTS = 6;
    private static final String WHO = "torture";
    private static final Duration TO_SETTLE = Duration.ofSeconds(20);
    private static final Duration TO_GO = Duration.ofSeconds(40);

    /// Connections of this program itself, which it keeps for its next question.
    private static final int OWN = 2;

    private final Scene scene;
    private final SplittableRandom random;
    private final Deck deck;
    private final Cast cast;
    private final Strike strike;
    private final long openBefore;

    Round(Scene scene, SplittableRandom random, Deck deck) throws IOException {
        this.scene = scene;
        this.random = random;
        this.deck = deck;
        openBefore = Host.descriptors(scene.server().pid());
        cast = new Cast(scene);
        strike = new Strike(scene, cast, random);
    }

    Run play(int faults) throws Exception {
        try (cast) {
            try (var _ = cast.talk(random.split())) {
                for (var i = 0; i < faults; i++) strikeOnce();
                cast.heal();
                say(new Op.Calm(System.nanoTime(), WHO));
                Await.pause(Duration.ofMillis(500));
            }
            cast.settles(TO_SETTLE);
            for (var device : cast.devices) {
                cast.conversations.forEach(device::lookAtUnread);
                for (var each : cast.conversations) device.look(each).join();
            }
            leave();
            return Ending.of(scene, cast.conversations, cast.devices);
        }
    }

    private void strikeOnce() throws Exception {
        var acknowledged = scene.history().count(Op.Ok.class);
        Await.comes(
                Duration.ofSeconds(10),
                () -> scene.history().count(Op.Ok.class) >= acknowledged + 5);
        for (var each : cast.devices) {
            if (random.nextInt(3) == 0) read(each.name());
        }
        var fault = deck.next();
        if (strike.with(fault)) deck.count(fault);
        cast.heal();
    }

    /// Reading may fail while there is trouble; it is the marking that must not go wrong.
    private void read(String name) {
        var device =
                cast.devices.stream().filter(d -> d.name().equals(name)).findFirst().orElseThrow();
        try {
            cast.conversations.forEach(device::markRead);
        } catch (ClientRefused _) {
            // that it fails says nothing; what an answer says is in the history
        }
    }

    /// After all have gone, what they had open is closed.
    private void leave() {
        var pid = scene.server().pid();
        cast.devices.forEach(LiveClient::leave);
        var most = openBefore + OWN;
        Await.comes(TO_GO, () -> Host.descriptors(pid) <= most);
        say(
                new Op.Measured(
                        System.nanoTime(),
                        WHO,
                        Gauge.AFTERWARDS,
                        "descriptors",
                        Host.descriptors(pid),
                        most));
    }

    private void say(Op op) {
        scene.history().add(op);
    }
}
