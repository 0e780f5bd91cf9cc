// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.people;

import io.palabre.core.PlainLine;
import io.palabre.core.Refusal;
import io.palabre.core.ids.PersonId;
import io.palabre.core.people.People;
import io.palabre.core.people.Person;
import io.palabre.core.people.Profile;
import io.palabre.core.people.Status;
import io.palabre.server.accounts.Accounts;
import io.palabre.server.refusal.Refused;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What people say about themselves, and change.
public final class Profiles {
    private static final int LONGEST_STATUS = 140;

    private final People people;
    private final Consumer<PersonId> changed;

    /// @param changed hears of everyone whose profile was stored
    public Profiles(People people, Consumer<PersonId> changed) {
        this.people = people;
        this.changed = changed;
    }

    /// What is left out stays; an empty text is none.
    public record Update(
            @Nullable String displayName,
            @Nullable String status,
            @Nullable String statusText,
            @Nullable Boolean readReceipts) {
        /// How somebody wants to appear.
        public static Update of(@Nullable String status, @Nullable String statusText) {
            return new Update(null, status, statusText, null);
        }
    }

    /// Refuses those who do not exist.
    Person find(PersonId id) {
        return people.byId(id).orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
    }

    public Person update(PersonId id, Update wish) {
        var profile = changed(find(id).profile(), wish);
        var person =
                people.describe(id, profile).orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
        changed.accept(id);
        return person;
    }

    /// Shows this picture of somebody from now on; none when it is null.
    public Person show(PersonId id, @Nullable String avatarUrl) {
        var now = find(id).profile();
        var profile =
                new Profile(
                        now.displayName(),
                        avatarUrl,
                        now.status(),
                        now.statusText(),
                        now.readReceipts());
        var person =
                people.describe(id, profile).orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
        changed.accept(id);
        return person;
    }

    private static Profile changed(Profile now, Update wish) {
        var name = wish.displayName();
        var status = wish.status();
        var text = wish.statusText();
        return new Profile(
                name == null ? now.displayName() : Accounts.checkedName(name),
                now.avatarUrl(),
                status == null ? now.status() : status(status),
                text == null ? now.statusText() : checkedText(text),
                Objects.requireNonNullElse(wish.readReceipts(), now.readReceipts()));
    }

    private static Status status(String word) {
        return Arrays.stream(Status.values())
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                Refused.because(
                                        Refusal.BAD_REQUEST,
                                        "`status` is available, busy, away or invisible."));
    }

    private static @Nullable String checkedText(String text) {
        var stripped = text.strip();
        if (stripped.length() > LONGEST_STATUS || !PlainLine.is(stripped)) {
            throw Refused.because(
                    Refusal.BAD_REQUEST,
                    "`statusText` has at most %d printable characters.".formatted(LONGEST_STATUS));
        }
        return stripped.isEmpty() ? null : stripped;
    }
}
