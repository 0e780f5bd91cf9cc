// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import io.palabre.core.Time;
import io.palabre.core.conversations.Changes;
import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Decision;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Intervals;
import io.palabre.core.conversations.Outcome;
import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.conversations.Rules;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.Ulid;
import io.palabre.core.log.Committed;
import io.palabre.core.log.Epoch;
import io.palabre.core.log.Log;
import io.palabre.core.log.Missed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The log in memory: one command at a time, told before it is answered.
public final class InMemoryLog implements Log {

    private final Memory memory;
    private final Rules rules;
    private final Time time;
    private final Committed told;
    private final Epoch epoch;

    InMemoryLog(Memory memory, Rules rules, Time time, Function<Log, Committed> told) {
        this(memory, rules, time, told, new Epoch(new Ulid(1, 1)));
    }

    InMemoryLog(Memory memory, Rules rules, Time time, Function<Log, Committed> told, Epoch epoch) {
        this.epoch = epoch;
        this.memory = memory;
        this.rules = rules;
        this.time = time;
        this.told = told.apply(this);
    }

    @Override
    public Outcome commit(Command command) {
        synchronized (memory) {
            return switch (rules.decide(memory, command, time.now())) {
                case Decision.Refuse(var refusal) -> new Outcome.Refused(refusal);
                case Decision.Repeat(var conversation, var said) ->
                        new Outcome.Accepted(conversation, said, List.of(), true);
                case Decision.Append append -> append(append);
            };
        }
    }

    private Outcome append(Decision.Append append) {
        Changes.of(append).forEach(memory::apply);
        var own = append.notes().stream().map(this::number).toList();
        var accepted = new Outcome.Accepted(append.conversation(), append.entries(), own, false);
        told.committed(List.of(accepted));
        return accepted;
    }

    private OwnEntry number(Decision.Note note) {
        var log = memory.own.computeIfAbsent(note.person(), _ -> new ArrayList<>());
        var entry = new OwnEntry(note.person(), log.size() + 1L, time.now(), note.event().kept());
        log.add(entry);
        return entry;
    }

    @Override
    public Epoch epoch() {
        return epoch;
    }

    @Override
    public Map<ConversationId, Long> heads(Set<ConversationId> conversations) {
        synchronized (memory) {
            var heads = new HashMap<ConversationId, Long>();
            conversations.forEach(id -> memory.head(id).ifPresent(h -> heads.put(id, h.seq())));
            return heads;
        }
    }

    @Override
    public List<Entry> after(ConversationId conversation, long seq, int limit) {
        synchronized (memory) {
            return memory.talk(conversation).entries.stream()
                    .filter(entry -> entry.seq() > seq)
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public Map<ConversationId, Missed> missed(PersonId reader, Map<ConversationId, Long> held) {
        synchronized (memory) {
            var missed = new HashMap<ConversationId, Missed>();
            held.forEach(
                    (conversation, seq) -> {
                        if (!memory.intervals(conversation, reader).none()) {
                            missed.put(conversation, missed(reader, conversation, seq));
                        }
                    });
            return missed;
        }
    }

    private Missed missed(PersonId reader, ConversationId conversation, long seq) {
        var intervals = memory.intervals(conversation, reader);
        var talk = memory.talk(conversation);
        var part = intervals.within(1, talk.entries.size()).behind(seq);
        var hides = talk.entries.stream().anyMatch(e -> memory.hidden(reader, e.id()));
        var alike = part.all().size() == 1 && talk.members.containsKey(reader) && !hides;
        return new Missed(part, alike);
    }

    @Override
    public Map<ConversationId, List<Entry>> entries(Map<ConversationId, Intervals> parts) {
        synchronized (memory) {
            return parts.entrySet().stream()
                    .flatMap(
                            part ->
                                    memory.talk(part.getKey()).entries.stream()
                                            .filter(e -> part.getValue().contains(e.seq())))
                    .collect(Collectors.groupingBy(Entry::conversation));
        }
    }

    @Override
    public long ownHead(PersonId person) {
        synchronized (memory) {
            return memory.own.getOrDefault(person, List.of()).size();
        }
    }

    @Override
    public List<OwnEntry> ownAfter(PersonId person, long seq, int limit) {
        synchronized (memory) {
            return memory.own.getOrDefault(person, List.of()).stream()
                    .filter(entry -> entry.seq() > seq)
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public void atMembership(PersonId person, Consumer<Set<ConversationId>> then) {
        synchronized (memory) {
            var conversations = new HashSet<ConversationId>();
            memory.talks.values().stream()
                    .filter(talk -> talk.members.containsKey(person))
                    .forEach(talk -> conversations.add(talk.id));
            then.accept(conversations);
        }
    }
}
