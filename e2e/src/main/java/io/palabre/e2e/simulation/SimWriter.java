// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.simulation;

import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Outcome;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.log.Committed;
import io.palabre.core.testing.TransactedLog;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One life of the one that writes: a batch is what queued up while the batch before it was synced;
/// after the sync what was committed is told in order, and those who wait are answered.
final class SimWriter {
    /// Who waits for what becomes of a command.
    interface Reply {
        void outcome(Outcome outcome);

        /// It was certainly not done.
        void later();

        /// Nobody knows.
        void silence();
    }

    private sealed interface Work {}

    private record Decide(Command command, Reply reply) implements Work {}

    private record Membership(PersonId person, Consumer<Set<ConversationId>> then)
            implements Work {}

    /// What a batch came to: a decision, or who sat down where.
    private sealed interface Done {}

    private record Decided(Command command, Reply reply, Outcome outcome) implements Done {}

    private record Found(Membership work, Set<ConversationId> conversations) implements Done {}

    private final Simulation world;
    private final TransactedLog store;
    private final Committed told;
    private final ArrayDeque<Work> queue = new ArrayDeque<>();
    private final ArrayDeque<Runnable> steps = new ArrayDeque<>();
    private final Set<ConversationId> leaked = new HashSet<>();
    private boolean writing;
    private boolean telling;
    private boolean broken;
    private boolean dead;

    SimWriter(Simulation world, TransactedLog store, Committed told) {
        this.world = world;
        this.store = store;
        this.told = told;
    }

    void write(Command command, Reply reply) {
        if (broken) {
            reply.later();
            return;
        }
        queue.add(new Decide(command, reply));
        begin();
    }

    /// As [io.palabre.core.log.Log#atMembership].
    void atMembership(PersonId person, Consumer<Set<ConversationId>> then) {
        queue.add(new Membership(person, then));
        begin();
    }

    /// The process is no more; what it was syncing is there or not.
    void die() {
        dead = true;
        end(world.random.nextBoolean());
    }

    private void end(boolean durable) {
        if (durable) store.commit();
        else store.rollback();
    }

    private void begin() {
        if (writing || broken || dead || queue.isEmpty()) return;
        writing = true;
        var batch = List.copyOf(queue);
        queue.clear();
        var done = new ArrayList<Done>();
        batch.forEach(work -> decide(work, done));
        var slow = world.random.nextInt(40) == 0 ? 400_000 : 4_000;
        world.time.after(500 + world.random.nextInt(slow), () -> synced(done));
    }

    private void decide(Work work, List<Done> done) {
        switch (work) {
            case Decide(var command, var reply) -> {
                if (isLeaked(command)) return;
                var outcome = world.decided(store, command);
                if (outcome == null) {
                    reply.later();
                    return;
                }
                var decided = new Decided(command, reply, outcome);
                done.add(decided);
                if (world.plant == Plant.ACK_BEFORE_COMMIT) reply.outcome(outcome);
                if (world.plant == Plant.PUBLISH_BEFORE_COMMIT) tell(decided);
            }
            case Membership membership ->
                    store.uncommitted(world.epoch())
                            .atMembership(
                                    membership.person(),
                                    now -> done.add(new Found(membership, Set.copyOf(now))));
        }
    }

    private void tell(Done done) {
        switch (done) {
            case Found(var work, var conversations) ->
                    step(() -> work.then().accept(conversations));
            case Decided decided -> {
                var fresh = fresh(decided.outcome());
                if (fresh != null) step(() -> told.committed(List.of(fresh)));
            }
        }
    }

    private static Outcome.@Nullable Accepted fresh(Outcome outcome) {
        return outcome instanceof Outcome.Accepted it && !it.repeated() ? it : null;
    }

    private boolean isLeaked(Command command) {
        return command instanceof Command.Post post && leaked.contains(post.conversation());
    }

    private void synced(List<Done> done) {
        if (dead) return;
        if (world.storeFails()) {
            fail(done);
            return;
        }
        store.commit();
        if (world.plant != Plant.PUBLISH_BEFORE_COMMIT) done.forEach(this::tell);
        if (world.plant != Plant.ACK_BEFORE_COMMIT) done.forEach(SimWriter::answer);
        writing = false;
        begin();
    }

    private static void answer(Done done) {
        if (done instanceof Decided decided) decided.reply().outcome(decided.outcome());
    }

    /// Nobody knows whether the batch is there, until the file is open again.
    private void fail(List<Done> done) {
        broken = true;
        for (var each : done) {
            if (each instanceof Decided decided) {
                decided.reply().silence();
                if (world.plant == Plant.LOCK_LEAKED_ON_ABORT
                        && decided.command() instanceof Command.Post post) {
                    leaked.add(post.conversation());
                }
            }
        }
        end(world.random.nextBoolean());
        mend(done);
    }

    private void mend(List<Done> done) {
        world.time.after(
                250_000,
                () -> {
                    if (dead) return;
                    var late = List.copyOf(queue);
                    queue.clear();
                    late.forEach(this::refuse);
                    if (world.storeFails()) mend(done);
                    else mended(done);
                });
    }

    private void refuse(Work work) {
        switch (work) {
            case Decide(_, var reply) -> reply.later();
            case Membership _ -> queue.add(work);
        }
    }

    private void mended(List<Done> done) {
        broken = false;
        writing = false;
        var perhaps = new ArrayList<Outcome.Accepted>();
        for (var each : done) {
            switch (each) {
                case Found found -> queue.add(found.work());
                case Decided decided -> {
                    var fresh = fresh(decided.outcome());
                    if (fresh != null) perhaps.add(fresh);
                }
            }
        }
        step(() -> told.perhapsCommitted(perhaps));
        begin();
    }

    /// Steps are taken in order, each a little later.
    private void step(Runnable step) {
        steps.add(step);
        if (!telling) {
            telling = true;
            next();
        }
    }

    private void next() {
        world.time.after(
                50 + world.random.nextInt(1_500),
                () -> {
                    if (dead) return;
                    steps.remove().run();
                    if (steps.isEmpty()) telling = false;
                    else next();
                });
    }
}
