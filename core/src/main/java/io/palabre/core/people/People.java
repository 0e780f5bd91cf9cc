// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.people;

import io.palabre.core.ids.PersonId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The people who have an account. Every method may block and may throw
/// [io.palabre.core.log.Unavailable].
public interface People {

    /// Takes somebody in, together with what proves their password.
    ///
    /// @param proof null when they have none
    Enrolment enrol(Newcomer newcomer, @Nullable String proof);

    /// Takes somebody in who has no password.
    default Enrolment enrol(Newcomer newcomer) {
        return enrol(newcomer, null);
    }

    /// Those of these people who exist.
    Map<PersonId, Person> byIds(Collection<PersonId> ids);

    default Optional<Person> byId(PersonId id) {
        return Optional.ofNullable(byIds(Set.of(id)).get(id));
    }

    /// Whatever the case.
    Optional<Person> byUsername(String username);

    /// By id or username.
    default Optional<Person> byName(String idOrUsername) {
        return PersonId.parse(idOrUsername).flatMap(this::byId).or(() -> byUsername(idOrUsername));
    }

    Optional<Person> bySubject(Subject subject);

    /// People in whose name or username every word of `text` occurs, accents and case ignored; an
    /// empty text finds everyone, one without letters and digits nobody, and words beyond the
    /// eighth count for nothing. By name; of a text that fits more than a thousand people, a
    /// thousand.
    ///
    /// @param from where the page begins, from the page before; null for the first
    PeoplePage search(String text, @Nullable String from, int limit);

    /// Changes what a person says about themselves; empty when there is no such person.
    Optional<Person> describe(PersonId id, Profile profile);

    /// Gives a person another role, unless they are the last administrator who may sign in.
    Amendment assign(PersonId id, PersonRole role);

    /// Says whether a person may sign in; the last administrator who may always may.
    Amendment disable(PersonId id, boolean disabled);

    /// Whether somebody has this role and may sign in.
    boolean anybodyIs(PersonRole role);
}
