// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import io.palabre.core.Time;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.inbox.Member;
import io.palabre.core.people.Person;
import io.palabre.core.people.Status;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How far members and their devices are, and what others are shown of it, in a map.
final class Tracks {

    /// Of one member of one conversation.
    static final class Track {
        final ConversationId conversation;
        final PersonId person;
        long readOrd;
        long readSeq;
        long readFrom;
        @Nullable Instant readAt;
        long deliveredOrd;
        long deliveredFrom;
        @Nullable Instant deliveredAt;
        private @Nullable Long held;
        private boolean toBeTold;

        Track(ConversationId conversation, PersonId person, long ord, long seq) {
            this.conversation = conversation;
            this.person = person;
            readOrd = ord;
            readSeq = seq;
        }

        boolean isHeld() {
            return held != null;
        }

        /// Up to where others may know that it was read.
        long shownRead() {
            return held == null ? readOrd : held;
        }

        long shownDelivered() {
            return Math.max(deliveredOrd, shownRead());
        }

        /// Whether others are still to hear how far it was read.
        boolean isToBeTold() {
            return toBeTold;
        }

        void told() {
            toBeTold = false;
        }

        private void hold() {
            if (held == null) held = readOrd;
            toBeTold = false;
        }

        private void letGo() {
            if (held != null && held != readOrd) {
                readAt = null;
                toBeTold = true;
            }
            held = null;
        }
    }

    private record Key(ConversationId conversation, PersonId person) {}

    private final Time time;
    private final Map<Key, Track> tracks = new HashMap<>();
    private final Set<PersonId> hiding = new HashSet<>();

    Tracks(Time time) {
        this.time = time;
    }

    /// Somebody wishes to be seen otherwise.
    synchronized void described(Person person) {
        var profile = person.profile();
        if (profile.status() == Status.INVISIBLE || !profile.readReceipts()) {
            hiding.add(person.id());
            of(person.id()).forEach(Track::hold);
        } else {
            hiding.remove(person.id());
            of(person.id()).forEach(Track::letGo);
        }
    }

    synchronized void joined(ConversationId where, PersonId person, long ord, long seq) {
        var track = new Track(where, person, ord, seq);
        if (hiding.contains(person)) track.hold();
        tracks.put(new Key(where, person), track);
    }

    synchronized void departed(ConversationId where, PersonId person) {
        tracks.remove(new Key(where, person));
    }

    synchronized void read(ConversationId where, PersonId person, long ord, long seq) {
        tracks.computeIfPresent(
                new Key(where, person),
                (_, track) -> {
                    track.readFrom = track.readOrd;
                    track.readAt = time.now();
                    track.readOrd = ord;
                    track.readSeq = seq;
                    return track;
                });
    }

    synchronized @Nullable Track of(ConversationId where, PersonId person) {
        return tracks.get(new Key(where, person));
    }

    synchronized Stream<Track> of(PersonId person) {
        return tracks.values().stream()
                .filter(track -> track.person.equals(person))
                .toList()
                .stream();
    }

    /// A member as others are shown them.
    Member shown(ConversationId where, Member member) {
        var track = of(where, member.person());
        return track == null
                ? member
                : new Member(
                        member.person(),
                        member.role(),
                        track.shownRead(),
                        member.readSeq(),
                        track.shownDelivered(),
                        member.joinedAt());
    }
}
