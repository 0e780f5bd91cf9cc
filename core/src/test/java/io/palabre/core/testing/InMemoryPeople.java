// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import io.palabre.core.Refusal;
import io.palabre.core.Time;
import io.palabre.core.ids.Ids;
import io.palabre.core.ids.PersonId;
import io.palabre.core.people.Amendment;
import io.palabre.core.people.Enrolment;
import io.palabre.core.people.Newcomer;
import io.palabre.core.people.People;
import io.palabre.core.people.PeoplePage;
import io.palabre.core.people.Person;
import io.palabre.core.people.PersonRole;
import io.palabre.core.people.Profile;
import io.palabre.core.people.Spelling;
import io.palabre.core.people.Subject;
import io.palabre.core.presence.Trace;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// People in memory.
public final class InMemoryPeople implements People {

    final Map<PersonId, String> proofs = new ConcurrentHashMap<>();
    private final Time time;
    private final Ids ids;
    private final Tracks tracks;
    private final TreeMap<PersonId, Person> people = new TreeMap<>();

    InMemoryPeople(Time time, Ids ids, Tracks tracks) {
        this.time = time;
        this.ids = ids;
        this.tracks = tracks;
    }

    @Override
    public synchronized Enrolment enrol(Newcomer who, @Nullable String proof) {
        return objection(who)
                .<Enrolment>map(Enrolment.Refused::new)
                .orElseGet(() -> new Enrolment.Enrolled(add(who, proof)));
    }

    private Person add(Newcomer who, @Nullable String proof) {
        var person = add(who);
        if (proof != null) {
            proofs.put(person.id(), proof);
        }
        return person;
    }

    private Optional<Refusal> objection(Newcomer who) {
        if (byUsername(who.username()).isPresent()) {
            return Optional.of(Refusal.USERNAME_TAKEN);
        }
        var subject = who.subject();
        if (subject != null && bySubject(subject).isPresent()) {
            return Optional.of(Refusal.SUBJECT_TAKEN);
        }
        var email = who.email();
        return email != null && first(p -> email.equalsIgnoreCase(p.email())).isPresent()
                ? Optional.of(Refusal.EMAIL_TAKEN)
                : Optional.empty();
    }

    private Person add(Newcomer who) {
        var person =
                new Person(
                        new PersonId(ids.next()),
                        who.username(),
                        who.role(),
                        who.profile(),
                        who.subject(),
                        who.email(),
                        time.now(),
                        null,
                        null,
                        null);
        people.put(person.id(), person);
        tracks.described(person);
        return person;
    }

    private synchronized Optional<Person> first(Predicate<Person> that) {
        return people.values().stream().filter(that).findFirst();
    }

    @Override
    public synchronized Map<PersonId, Person> byIds(Collection<PersonId> wanted) {
        var found = new HashMap<>(people);
        found.keySet().retainAll(wanted);
        return found;
    }

    @Override
    public Optional<Person> byUsername(String username) {
        return first(p -> p.username().equalsIgnoreCase(username));
    }

    @Override
    public Optional<Person> bySubject(Subject subject) {
        return first(p -> subject.equals(p.subject()));
    }

    @Override
    public synchronized PeoplePage search(String text, @Nullable String from, int limit) {
        var words = Spelling.words(text).stream().distinct().limit(8).toList();
        var found =
                people.values().stream()
                        .filter(_ -> !Spelling.findsNothing(text))
                        .filter(p -> words.stream().allMatch(Spelling.of(p)::contains))
                        .sorted(Comparator.comparing(InMemoryPeople::place))
                        .filter(p -> from == null || place(p).compareTo(from) >= 0)
                        .toList();
        var next = found.size() > limit ? place(found.get(limit)) : null;
        return new PeoplePage(found.subList(0, Math.min(limit, found.size())), next);
    }

    private static String place(Person person) {
        return Spelling.of(person) + "\n" + person.id();
    }

    @Override
    public synchronized Optional<Person> describe(PersonId id, Profile profile) {
        var changed = changed(id, p -> with(p, profile, p.lastSeen(), p.lastActive()));
        changed.ifPresent(tracks::described);
        return changed;
    }

    @Override
    public Amendment assign(PersonId id, PersonRole role) {
        return amended(id, p -> with(p, role, p.disabledAt()));
    }

    @Override
    public Amendment disable(PersonId id, boolean disabled) {
        return amended(id, p -> with(p, p.role(), disabled ? time.now() : null));
    }

    private synchronized Amendment amended(PersonId id, UnaryOperator<Person> change) {
        var before = people.get(id);
        if (before == null) {
            return new Amendment.Refused(Refusal.PERSON_NOT_FOUND);
        }
        boolean down = before.administers() && !change.apply(before).administers();
        if (down && first(p -> p.administers() && !p.id().equals(id)).isEmpty()) {
            return new Amendment.Refused(Refusal.LAST_ADMINISTRATOR);
        }
        return new Amendment.Amended(changed(id, change).orElseThrow());
    }

    @Override
    public boolean anybodyIs(PersonRole role) {
        return first(p -> p.role() == role && !p.isDisabled()).isPresent();
    }

    synchronized void keep(Trace trace) {
        changed(
                trace.person(),
                p ->
                        with(
                                p,
                                p.profile(),
                                later(p.lastSeen(), trace.lastSeen()),
                                later(p.lastActive(), trace.lastActive())));
    }

    private synchronized Optional<Person> changed(PersonId id, UnaryOperator<Person> change) {
        return Optional.ofNullable(people.computeIfPresent(id, (_, p) -> change.apply(p)));
    }

    private static Person with(
            Person p, Profile profile, @Nullable Instant seen, @Nullable Instant active) {
        return new Person(
                p.id(),
                p.username(),
                p.role(),
                profile,
                p.subject(),
                p.email(),
                p.createdAt(),
                seen,
                active,
                p.disabledAt());
    }

    private static Person with(Person p, PersonRole role, @Nullable Instant disabledAt) {
        return new Person(
                p.id(),
                p.username(),
                role,
                p.profile(),
                p.subject(),
                p.email(),
                p.createdAt(),
                p.lastSeen(),
                p.lastActive(),
                disabledAt);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
