// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import io.palabre.core.Time;
import io.palabre.core.conversations.Changes;
import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Decision;
import io.palabre.core.conversations.Facts;
import io.palabre.core.conversations.Fingerprints;
import io.palabre.core.conversations.Limits;
import io.palabre.core.conversations.Outcome;
import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.conversations.Rules;
import io.palabre.core.ids.Ids;
import io.palabre.core.inbox.Inbox;
import io.palabre.core.log.Epoch;
import io.palabre.core.log.Log;
import io.palabre.core.people.Enrolment;
import io.palabre.core.people.Newcomer;
import io.palabre.core.people.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/// The log in memory with the ways of a database, for one thread: commands are decided in a
/// transaction that no reader sees, which is then committed whole or leaves nothing. What was
/// committed can be taken back to how it once was, as when a backup is restored.
public final class TransactedLog {

    private static final byte[] KEY = {1, 2, 3};

    private record Kept(Decision.Append append, Instant at) {}

    private final Time time;
    private final Rules rules;
    private final BinaryOperator<Facts> sight;
    private final InMemoryPeople people;
    private final InMemoryCatalogue catalogue = new InMemoryCatalogue();
    private final List<Kept> journal = new ArrayList<>();
    private final List<Kept> open = new ArrayList<>();
    private Memory committed;
    private Memory working;

    /// @param sight what decisions are made on, of what the transaction holds and of what is
    ///   committed; the first, if all is well
    public TransactedLog(Time time, Ids ids, BinaryOperator<Facts> sight) {
        this.time = time;
        this.sight = sight;
        rules = new Rules(Limits.standard(), ids, new Fingerprints(KEY));
        people = new InMemoryPeople(time, ids, new Tracks(time));
        committed = empty();
        working = empty();
    }

    private Memory empty() {
        return new Memory(people, catalogue, new Tracks(time), new Fingerprints(KEY));
    }

    /// Makes somebody, whatever becomes of transactions.
    public Person enrol(String username) {
        var enrolment = people.enrol(Newcomer.named(username, username));
        return ((Enrolment.Enrolled) enrolment).person();
    }

    /// Decides within the transaction.
    public Outcome decide(Command command) {
        var now = time.now();
        return switch (rules.decide(sight.apply(working, committed), command, now)) {
            case Decision.Refuse(var refusal) -> new Outcome.Refused(refusal);
            case Decision.Repeat(var where, var said) ->
                    new Outcome.Accepted(where, said, List.of(), true);
            case Decision.Append append -> {
                var kept = new Kept(append, now);
                open.add(kept);
                var own = apply(working, kept);
                yield new Outcome.Accepted(append.conversation(), append.entries(), own, false);
            }
        };
    }

    public void commit() {
        open.forEach(kept -> apply(committed, kept));
        journal.addAll(open);
        open.clear();
    }

    public void rollback() {
        open.clear();
        working = rebuilt();
    }

    /// How much there is, for [#restore].
    public int size() {
        return journal.size();
    }

    /// Goes back to how it was when it had this size.
    public void restore(int size) {
        journal.subList(size, journal.size()).clear();
        open.clear();
        committed = rebuilt();
        working = rebuilt();
    }

    private Memory rebuilt() {
        var memory = empty();
        journal.forEach(kept -> apply(memory, kept));
        return memory;
    }

    private static List<OwnEntry> apply(Memory memory, Kept kept) {
        Changes.of(kept.append()).forEach(memory::apply);
        var numbered = new ArrayList<OwnEntry>();
        for (var note : kept.append().notes()) {
            var log = memory.own.computeIfAbsent(note.person(), _ -> new ArrayList<>());
            var entry =
                    new OwnEntry(note.person(), log.size() + 1L, kept.at(), note.event().kept());
            log.add(entry);
            numbered.add(entry);
        }
        return numbered;
    }

    /// What is committed, to be read.
    public Log log(Epoch epoch) {
        return new InMemoryLog(committed, rules, time, _ -> _ -> {}, epoch);
    }

    /// What a transaction sees, to be read.
    public Log uncommitted(Epoch epoch) {
        return new InMemoryLog(working, rules, time, _ -> _ -> {}, epoch);
    }

    public Inbox inbox() {
        return new InMemoryInbox(committed, time);
    }

    public Facts facts() {
        return committed;
    }
}
