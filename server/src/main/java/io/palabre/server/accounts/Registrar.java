// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.accounts;

import io.palabre.core.Refusal;
import io.palabre.core.people.Amendment;
import io.palabre.core.people.PeoplePage;
import io.palabre.core.people.Person;
import io.palabre.core.people.PersonRole;
import io.palabre.server.edge.Peer;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.AccountShape;
import io.palabre.server.wire.RefusalShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Keeps the accounts of others, for administrators and for the operator of the machine.
public final class Registrar {
    /// Most accounts made with one request.
    public static final int MOST_AT_ONCE = 200;

    private final AccountStore store;
    private final Accounts accounts;
    private final LiveSessions live;

    /// @param live hears of the sessions that end
    public Registrar(AccountStore store, Accounts accounts, LiveSessions live) {
        this.store = store;
        this.accounts = accounts;
        this.live = live;
    }

    /// An account to be made.
    ///
    /// @param password null: nobody can sign in with one, until it is given
    /// @param role `user` unless said
    public record Wish(
            String username,
            @Nullable String displayName,
            @Nullable String password,
            @Nullable String role) {}

    /// What became of many wishes.
    public record Batch(List<AccountShape> made, List<NotMade> refused) {}

    /// A wish that could not be granted, and why.
    public record NotMade(String username, RefusalShape.Fault error) {}

    /// What is to be another way; what is left out stays.
    public record Change(
            @Nullable String role, @Nullable Boolean disabled, @Nullable String password) {

        public static Change role(String role) {
            return new Change(role, null, null);
        }

        public static Change disabled(boolean disabled) {
            return new Change(null, disabled, null);
        }

        public static Change password(String password) {
            return new Change(null, null, password);
        }
    }

    public Person add(Wish wish) {
        var role = wish.role() == null ? PersonRole.USER : role(wish.role());
        return accounts.enrol(wish.username(), wish.displayName(), wish.password(), role);
    }

    /// Makes what can be made, one after the other.
    public Batch add(List<Wish> wishes) {
        if (wishes.isEmpty() || wishes.size() > MOST_AT_ONCE) {
            throw Refused.because(
                    Refusal.BAD_REQUEST, "`users` has 1 to %d entries.".formatted(MOST_AT_ONCE));
        }
        var batch = new Batch(new ArrayList<>(), new ArrayList<>());
        for (var wish : wishes) {
            try {
                batch.made().add(AccountShape.of(add(wish)));
            } catch (Refused refused) {
                var why = RefusalShape.of(refused).error();
                batch.refused().add(new NotMade(wish.username(), why));
            }
        }
        return batch;
    }

    /// By id or username.
    public Person find(String name) {
        return store.people()
                .byName(name)
                .orElseThrow(() -> Refused.because(Refusal.PERSON_NOT_FOUND));
    }

    /// People by name, all of them for an empty text.
    public PeoplePage search(String text, @Nullable String from, int limit) {
        return store.people().search(text, from, limit);
    }

    /// Changes an account, unless nobody would administer the server any more. Whoever gets another
    /// password or may not sign in any more is signed out everywhere.
    public Person change(Person person, Change change) {
        var role = change.role() == null ? null : role(change.role());
        if (change.password() != null) Accounts.checkNewPassword(change.password());
        if (role != null) refuseUnless(store.people().assign(person.id(), role));
        if (change.disabled() != null) {
            refuseUnless(store.people().disable(person.id(), change.disabled()));
        }
        if (change.password() != null) accounts.setPassword(person, change.password());
        boolean out = change.password() != null || Boolean.TRUE.equals(change.disabled());
        if (out) signOut(person);
        return find(person.id().toString());
    }

    private static void refuseUnless(Amendment amendment) {
        switch (amendment) {
            case Amendment.Amended _ -> {}
            case Amendment.Refused(var refusal) -> throw Refused.because(refusal);
        }
    }

    /// A new session of somebody's, for a script.
    public Accounts.SignedIn session(Person person) {
        return accounts.open(person, new Peer("this machine", "palabre token"));
    }

    private void signOut(Person person) {
        store.sessions()
                .revokeOthers(person.id(), null)
                .forEach(ended -> live.ended(person.id(), ended));
    }

    private static PersonRole role(String word) {
        return Arrays.stream(PersonRole.values())
                .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                Refused.because(
                                        Refusal.BAD_REQUEST,
                                        "`role` is user, moderator or admin."));
    }
}
