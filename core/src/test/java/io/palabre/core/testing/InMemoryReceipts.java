// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import io.palabre.core.Time;
import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Fleeting;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.receipts.Mark;
import io.palabre.core.receipts.Moved;
import io.palabre.core.receipts.Reach;
import io.palabre.core.receipts.Receipt;
import io.palabre.core.receipts.Receipts;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// How far messages have come, over the maps.
public final class InMemoryReceipts implements Receipts {
    private static final int MOST = 500;

    private final Memory memory;
    private final Time time;

    InMemoryReceipts(Memory memory, Time time) {
        this.memory = memory;
        this.time = time;
    }

    @Override
    public List<Moved> deliver(Collection<Mark> marks) {
        synchronized (memory) {
            return marks.stream().flatMap(mark -> deliver(mark).stream()).toList();
        }
    }

    private Optional<Moved> deliver(Mark mark) {
        var track = memory.tracks.of(mark.conversation(), mark.person());
        if (track == null || track.isHeld()) return Optional.empty();
        var head = memory.talk(mark.conversation()).head();
        long seq = Math.min(mark.seq(), head.seq());
        long ord = seq < 1 ? 0 : memory.ordAt(mark.conversation(), seq);
        if (track.deliveredOrd >= ord || track.readOrd >= ord) return Optional.empty();
        track.deliveredFrom = track.deliveredOrd;
        track.deliveredOrd = ord;
        track.deliveredAt = time.now();
        return Optional.of(
                new Moved(
                        mark.conversation(),
                        new Fleeting.DeliveredMoved(mark.person(), ord, seq, time.now())));
    }

    @Override
    public List<Moved> letGo(PersonId person) {
        synchronized (memory) {
            return memory.tracks
                    .of(person)
                    .filter(Tracks.Track::isToBeTold)
                    .limit(MOST)
                    .peek(Tracks.Track::told)
                    .map(
                            t ->
                                    new Moved(
                                            t.conversation,
                                            new Fleeting.ReadMoved(
                                                    person, t.readOrd, t.readSeq, time.now())))
                    .toList();
        }
    }

    @Override
    public Optional<Reach> of(PersonId reader, MessageId id, int limit) {
        synchronized (memory) {
            return Optional.ofNullable(memory.talks.get(id.conversation()))
                    .filter(talk -> talk.members.containsKey(reader))
                    .filter(_ -> memory.isMessage(id.conversation(), id.seq()))
                    .filter(t -> memory.intervals(t.id, reader).contains(id.seq()))
                    .filter(_ -> !memory.hidden(reader, id))
                    .map(talk -> reach(talk, talk.entries.get((int) id.seq() - 1), limit));
        }
    }

    private Reach reach(Memory.Talk talk, Entry message, int limit) {
        if (!(message.event() instanceof Durable.Posted)) return Reach.NOBODY;
        var reached = among(talk, message).map(track -> receipt(track, message.ord())).toList();
        var there = reached.stream().flatMap(Optional::stream).toList();
        return new Reach(
                there.stream().limit(limit).toList(),
                (int) there.stream().filter(Receipt::read).count(),
                there.size(),
                reached.size());
    }

    /// Those it was for and who are members since.
    private Stream<Tracks.Track> among(Memory.Talk talk, Entry message) {
        return talk.members.keySet().stream()
                .filter(person -> !person.equals(message.by()))
                .filter(person -> talk.joined(person) <= message.seq())
                .map(person -> Objects.requireNonNull(memory.tracks.of(talk.id, person)));
    }

    private static Optional<Receipt> receipt(Tracks.Track track, long ord) {
        if (track.shownDelivered() < ord) return Optional.empty();
        boolean read = track.shownRead() >= ord;
        boolean knowsRead = read && track.readFrom < ord && !track.isHeld();
        boolean knowsGot = track.deliveredFrom < ord && ord <= track.deliveredOrd;
        return Optional.of(
                new Receipt(
                        track.person,
                        read,
                        knowsRead ? track.readAt : null,
                        knowsGot ? track.deliveredAt : null));
    }
}
