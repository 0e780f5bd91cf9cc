// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.simulation;

import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Outcome;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.RandomIds;
import io.palabre.core.ids.Ulid;
import io.palabre.core.log.Epoch;
import io.palabre.core.testing.TransactedLog;
import io.palabre.e2e.Chronicle;
import io.palabre.e2e.history.Act;
import io.palabre.e2e.history.Entry;
import io.palabre.e2e.history.Follower;
import io.palabre.e2e.history.History;
import io.palabre.e2e.history.Op;
import io.palabre.e2e.history.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Four people on five devices, one server and 30 seconds of virtual time: the real decisions, hub
/// and catching up in one thread, over lines, a disk and a process that fail. The seed says all:
/// the same seed, the same run.
public final class Simulation {
    static final Comparator<ConversationId> BY_NAME = Comparator.comparing(ConversationId::ulid);
    private static final long TROUBLE_ENDS = 14_000_000;
    private static final long TALK_ENDS = 15_000_000;
    private static final long END = 30_000_000;

    final Plant plant;
    final Random random;
    final VirtualTime time = new VirtualTime();
    final List<Line> lines = new ArrayList<>();
    final List<SimClient> clients = new ArrayList<>();
    final List<PersonId> people = new ArrayList<>();
    final List<ConversationId> conversations = new ArrayList<>();
    private final History history = new History();
    private final Sight sight;
    private final TransactedLog store;
    private @Nullable SimServer server;
    private SimServer latest;
    private Epoch epoch;
    private boolean failing;

    Simulation(long seed, Plant plant) {
        this.plant = plant;
        random = new Random(seed);
        sight = new Sight(plant);
        epoch = new Epoch(new Ulid(0, 1));
        store = new TransactedLog(time, new RandomIds(time, random), sight::of);
        for (var name : List.of("ann", "bob", "cat", "dan")) {
            people.add(store.enrol(name).id());
        }
        conversations.add(group(0, 1, 2));
        conversations.add(group(1, 0, 2, 3));
        store.commit();
        latest = new SimServer(this, store);
        server = latest;
        for (var who : List.of(0, 0, 1, 2, 3)) {
            var name = "device%d".formatted(clients.size());
            clients.add(new SimClient(this, name, people.get(who)));
        }
    }

    private ConversationId group(int owner, Integer... others) {
        var wish =
                new Command.StartGroup(
                        people.get(owner),
                        "group",
                        List.of(others).stream().map(people::get).toList());
        return ((Outcome.Accepted) store.decide(wish)).conversation();
    }

    /// A run with random lives and troubles.
    public static Run run(long seed, Plant plant) {
        var world = new Simulation(seed, plant);
        new Lives(world).begin();
        new Troubles(world).begin();
        return world.finish();
    }

    /// A run in which an older backup is restored on the way. What was acknowledged behind it is
    /// lost, so only some promises are left to be judged.
    public static Run restored(long seed, Plant plant) {
        var world = new Simulation(seed, plant);
        new Lives(world).begin();
        world.time.after(4_000_000 + world.random.nextInt(2_000_000), world::restoreLater);
        return world.finish();
    }

    private void restoreLater() {
        var size = store.size();
        time.after(500_000 + random.nextInt(3_000_000), () -> restore(size));
    }

    /// Runs what is planned to the end.
    Run finish() {
        time.runUntil(TROUBLE_ENDS);
        note(new Op.Calm(nanos(), "world"));
        clients.forEach(SimClient::catchUp);
        time.runUntil(END - 2_000_000);
        for (var client : clients) {
            if (stays(client)) conversations.forEach(client::lookAtUnread);
            conversations.forEach(client::look);
        }
        time.runUntil(END);
        return told();
    }

    private Run told() {
        var logs = new HashMap<String, List<Entry>>();
        var acts = new HashMap<String, List<Act>>();
        var followers = new ArrayList<Follower>();
        for (var conversation : conversations) {
            var chronicle = Chronicle.of(store.log(epoch), conversation);
            logs.put(conversation.toString(), chronicle.entries());
            acts.put(conversation.toString(), chronicle.acts());
            clients.forEach(client -> follow(client, conversation, followers));
        }
        return new Run(history.sorted(), logs, followers, acts);
    }

    private void follow(SimClient client, ConversationId conversation, List<Follower> followers) {
        var head = store.facts().head(conversation).orElseThrow().seq();
        for (var stay : store.facts().intervals(conversation, client.person).all()) {
            followers.add(
                    new Follower(
                            client.name,
                            conversation.toString(),
                            stay.first() - 1,
                            Math.min(stay.last(), head)));
        }
    }

    /// The last of the people comes and goes, the others do not.
    boolean stays(SimClient client) {
        return !client.person.equals(people.getLast());
    }

    boolean talks() {
        return time.nanos() / 1_000 < TALK_ENDS;
    }

    boolean inTrouble() {
        return time.nanos() / 1_000 < TROUBLE_ENDS;
    }

    // ---- what the parts need of the world

    long nanos() {
        return time.nanos();
    }

    void note(Op op) {
        history.add(op);
    }

    Epoch epoch() {
        return epoch;
    }

    boolean storeFails() {
        return failing;
    }

    /// The one that serves, or the one that did: what reaches that is lost.
    SimServer server() {
        return latest;
    }

    @Nullable SimServer serverIfUp() {
        return server;
    }

    /// Decides; null when a mistake makes the rules stumble.
    @Nullable Outcome decided(TransactedLog log, Command command) {
        try {
            return log.decide(command);
        } catch (RuntimeException e) {
            if (plant == Plant.NOTHING) throw e;
            return null;
        }
    }

    // ---- troubles

    void kill(long downFor) {
        if (server == null) return;
        end(server);
        time.after(downFor, this::start);
    }

    /// Every line is cut.
    private void end(SimServer dying) {
        dying.die();
        lines.forEach(Line::cut);
        lines.clear();
        server = null;
        sight.forget();
    }

    private void start() {
        latest = new SimServer(this, store);
        server = latest;
    }

    void failStore(long lasting) {
        failing = true;
        time.after(lasting, () -> failing = false);
    }

    /// Puts back what was there some time ago, with the server down.
    private void restore(int size) {
        end(latest);
        store.restore(size);
        if (plant != Plant.EPOCH_KEPT_AFTER_RESTORE) {
            epoch = new Epoch(new Ulid(0, epoch.ulid().low() + 1));
        }
        start();
    }
}
