// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.e2e.clients.LiveClient;
import io.palabre.e2e.clients.Load;
import io.palabre.e2e.clients.Person;
import io.palabre.e2e.clients.Transports;
import io.palabre.e2e.history.Entry;
import io.palabre.e2e.history.Invariant;
import io.palabre.e2e.history.Op;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Three people on five devices and two conversations that all of them are in, everyone talking but
/// one device, which comes and goes, and one that is away from the beginning.
final class Cast {
    private static final Duration TO_SETTLE = Duration.ofSeconds(10);

    final Scene scene;
    final List<String> conversations;
    final List<LiveClient> speakers;
    final LiveClient guest;
    final LiveClient absent;
    final Trio people;
    private final String epoch;

    Cast(Scene scene) {
        this.scene = scene;
        people = Trio.in(scene);
        conversations = people.conversations();
        speakers =
                List.of(
                        device("ann", people.ann(), Transports.WEBSOCKET),
                        device("bob", people.bob(), Transports.POLLING),
                        device("cat", people.cat(), Transports.UPGRADING));
        guest = device("guest", people.bob(), Transports.WEBSOCKET);
        absent = device("absent", people.cat(), Transports.UPGRADING);
        absent.leave();
        epoch = absent.events().await("authenticated").path("epoch").asText();
    }

    private LiveClient device(String name, Person person, Transports transports) {
        return scene.clients()
                .device(name, person)
                .follow(conversations, Trio.BEGINNING)
                .connect(transports);
    }

    Load talk(SplittableRandom random) {
        return new Load(random.split(), speakers, conversations);
    }

    /// Everyone reads what they have heard; one says again how little they had read before.
    void read() {
        speakers.forEach(each -> conversations.forEach(each::markRead));
        speakers.getFirst().markFirstRead(conversations.getFirst());
    }

    /// How many messages were acknowledged so far.
    long acknowledged() {
        return scene.history().count(Op.Ok.class);
    }

    /// Waits for so many more acknowledgements.
    void awaitAcknowledged(int more) {
        var enough = acknowledged() + more;
        Await.until(
                () -> "%d acknowledgements; there are %d".formatted(enough, acknowledged()),
                TO_SETTLE,
                () -> acknowledged() >= enough);
    }

    /// All is answered.
    void settle() {
        for (var client : all()) {
            Await.until(
                    "%s is answered".formatted(client.name()),
                    TO_SETTLE,
                    () -> client.waiting() == 0);
        }
    }

    /// All are back, all is answered, all have all there is: then the server is stopped, and every
    /// promise was kept.
    void holds() {
        absent.comeBack();
        scene.history().add(new Op.Calm(System.nanoTime(), "cast"));
        settle();
        var settled = Await.comes(TO_SETTLE, () -> all().stream().allMatch(this::hasAll));
        for (var speaker : speakers) {
            conversations.forEach(speaker::lookAtUnread);
            for (var each : conversations) speaker.look(each).join();
        }
        var run = Ending.of(scene, conversations, all());
        assertThat(Invariant.allViolations(run)).isEmpty();
        assertThat(settled).as("all caught up within %s", TO_SETTLE).isTrue();
        assertThat(all()).allSatisfy(this::sameEpoch);
    }

    private List<LiveClient> all() {
        return Stream.concat(speakers.stream(), Stream.of(guest, absent)).toList();
    }

    private void sameEpoch(LiveClient client) {
        assertThat(client.events().all("epoch_changed")).isEmpty();
        assertThat(client.events().all("authenticated"))
                .extracting(hello -> hello.path("epoch").asText())
                .containsOnly(epoch);
    }

    Map<String, List<Entry>> logs() {
        var logs = new HashMap<String, List<Entry>>();
        conversations.forEach(each -> logs.put(each, scene.rest().lines(people.ann(), each)));
        return logs;
    }

    private boolean hasAll(LiveClient client) {
        client.catchUp();
        return conversations.stream().allMatch(each -> client.cursor(each) == people.head(each));
    }
}
