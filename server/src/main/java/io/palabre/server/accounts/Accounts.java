// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.accounts;

import com.github.benmanes.caffeine.cache.Ticker;
import io.palabre.core.PlainLine;
import io.palabre.core.Refusal;
import io.palabre.core.Time;
import io.palabre.core.ids.SessionId;
import io.palabre.core.people.Enrolment;
import io.palabre.core.people.Newcomer;
import io.palabre.core.people.Person;
import io.palabre.core.people.PersonRole;
import io.palabre.core.people.Profile;
import io.palabre.core.sessions.Session;
import io.palabre.server.config.Bounds;
import io.palabre.server.edge.Peer;
import io.palabre.server.refusal.Problem;
import io.palabre.server.refusal.Refused;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Signing in and out, sessions and passwords.
public final class Accounts {
    private static final Pattern USERNAME =
            Pattern.compile("[a-z0-9](?:[a-z0-9._-]{0,30}[a-z0-9])?");
    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_DEVICE = 200;
    private static final Duration TOUCH_AFTER = Duration.ofMinutes(10);

    private final AccountStore store;
    private final PasswordHashes hashes;
    private final Policy policy;
    private final Time time;
    private final Throttle throttle;
    private final Tokens tokens = new Tokens(new SecureRandom());

    /// How accounts are made and kept.
    ///
    /// @param registrationOpen whether strangers may make an account
    /// @param sessionLife how long a session lasts without being used
    /// @param setUp makes the first administrator
    /// @param bounds how often strangers may try
    public record Policy(
            boolean registrationOpen, Duration sessionLife, SetUp setUp, Bounds bounds) {}

    /// A new session; the token is known to the client alone.
    public record SignedIn(String token, Session session, Person person) {}

    public Accounts(AccountStore store, PasswordHashes hashes, Policy policy, Time time) {
        this.store = store;
        this.hashes = hashes;
        this.policy = policy;
        this.time = time;
        Ticker ticker = time::nanos;
        throttle = new Throttle(policy.bounds(), ticker);
    }

    /// Signs in, or refuses in the same words and time whatever was wrong.
    SignedIn login(String username, String password, Peer peer) {
        PasswordHashes.checkLength(password);
        var name = username.strip().toLowerCase(Locale.ROOT);
        throttle.attempt(name, peer.address());
        var person = store.people().byUsername(name);
        var proof = person.flatMap(found -> store.passwords().proof(found.id()));
        if (!hashes.matches(password, proof.orElse(null)) || person.isEmpty()) {
            throw Refused.because(Refusal.WRONG_CREDENTIALS);
        }
        refuseIfDisabled(person.get());
        throttle.succeeded(name, peer.address());
        return open(person.get(), peer);
    }

    /// Makes an account for somebody who comes by, and signs them in.
    SignedIn register(AccountRoutes.Register wish, Peer peer) {
        var token = wish.setupToken();
        if (token != null) return open(administrator(wish, token), peer);
        if (!policy.registrationOpen()) throw Refused.because(Problem.REGISTRATION_CLOSED);
        throttle.register(peer.address());
        return open(enrol(wish, PersonRole.USER), peer);
    }

    /// Whoever brings another token wanted to be more than one of the people.
    private Person administrator(AccountRoutes.Register wish, String token) {
        if (!policy.setUp().use(token)) {
            throw Refused.field(
                    "setupToken",
                    Refusal.NOT_ALLOWED,
                    "This is not the set-up token that the server printed when it started last,"
                            + " or it was used.");
        }
        try {
            return enrol(wish, PersonRole.ADMIN);
        } catch (RuntimeException notMade) {
            policy.setUp().giveBack(token);
            throw notMade;
        }
    }

    private Person enrol(AccountRoutes.Register wish, PersonRole role) {
        return enrol(wish.username(), wish.displayName(), wish.password(), role);
    }

    /// Makes an account.
    ///
    /// @param password null: nobody can sign in with one, until it is given
    public Person enrol(
            String username,
            @Nullable String displayName,
            @Nullable String password,
            PersonRole role) {
        checkUsername(username);
        if (password != null) checkNewPassword(password);
        var name = displayName == null ? username : checkedName(displayName);
        var proof = password == null ? null : hashes.hash(password);
        var newcomer = new Newcomer(username, role, Profile.named(name), null, null);
        return switch (store.people().enrol(newcomer, proof)) {
            case Enrolment.Enrolled enrolled -> {
                if (role == PersonRole.ADMIN) policy.setUp().done();
                yield enrolled.person();
            }
            case Enrolment.Refused refused -> throw Refused.because(refused.refusal());
        };
    }

    /// The session of a token; it is prolonged by being used.
    public Optional<Session> identify(String token) {
        var session = store.sessions().byToken(Tokens.hash(token));
        session.filter(found -> found.usedAt().plus(touchAfter()).isBefore(time.now()))
                .ifPresent(found -> store.sessions().touch(found.id(), policy.sessionLife()));
        return session;
    }

    /// Not each use is stored; of a short life more of them.
    private Duration touchAfter() {
        var part = policy.sessionLife().dividedBy(10);
        return part.compareTo(TOUCH_AFTER) < 0 ? part : TOUCH_AFTER;
    }

    /// Changes the password, ends every session of the person and opens a new one.
    Renewed changePassword(Session session, String current, String wanted, Peer peer) {
        PasswordHashes.checkLength(current);
        var person = person(session);
        throttle.attempt(person.username(), peer.address());
        var proof = store.passwords().proof(person.id());
        if (!hashes.matches(current, proof.orElse(null))) {
            throw Refused.because(Refusal.WRONG_CREDENTIALS);
        }
        throttle.succeeded(person.username(), peer.address());
        setPassword(person, wanted);
        var ended = store.sessions().revokeOthers(person.id(), null);
        return new Renewed(open(person, peer), ended);
    }

    /// @param ended the sessions that are no more
    record Renewed(SignedIn signedIn, List<SessionId> ended) {}

    void setPassword(Person person, String password) {
        checkNewPassword(password);
        store.passwords().keep(person.id(), hashes.hash(password));
    }

    /// Ends a session of the caller's.
    void revoke(Session caller, SessionId session) {
        if (!store.sessions().revoke(caller.person(), session)) {
            throw Refused.because(Refusal.NOT_FOUND);
        }
    }

    /// Whether a session has neither ended nor expired by now.
    public boolean lives(Session session) {
        return store.sessions().lives(session.id());
    }

    /// A session as it is now; empty when it has ended or expired.
    Optional<Session> current(Session session) {
        return store.sessions().of(session.person()).stream()
                .filter(one -> one.id().equals(session.id()))
                .findFirst();
    }

    /// All sessions of the caller's.
    List<Session> sessions(Session caller) {
        return store.sessions().of(caller.person());
    }

    Person person(Session session) {
        return store.people()
                .byId(session.person())
                .orElseThrow(() -> Refused.because(Refusal.UNAUTHENTICATED));
    }

    /// Whether the session is an administrator's.
    public boolean isAdministrator(Session session) {
        return person(session).role() == PersonRole.ADMIN;
    }

    Duration sessionLife() {
        return policy.sessionLife();
    }

    /// Opens a session. Whoever is disabled meanwhile does not keep it.
    SignedIn open(Person person, Peer peer) {
        var token = tokens.next();
        var device = peer.device();
        if (device != null && device.length() > LONGEST_DEVICE) {
            device = device.substring(0, LONGEST_DEVICE);
        }
        var session =
                store.sessions()
                        .open(person.id(), Tokens.hash(token), device, policy.sessionLife());
        try {
            refuseIfDisabled(person(session));
        } catch (Refused disabled) {
            store.sessions().revoke(person.id(), session.id());
            throw disabled;
        }
        return new SignedIn(token, session, person);
    }

    private static void refuseIfDisabled(Person person) {
        if (person.isDisabled()) throw Refused.because(Problem.DISABLED);
    }

    private static void checkUsername(String username) {
        if (!USERNAME.matcher(username).matches()) {
            throw Refused.field(
                    "username",
                    Refusal.BAD_REQUEST,
                    "A username has 1 to 32 small letters, digits, dots, dashes and underscores,"
                            + " and begins and ends with a letter or digit.");
        }
    }

    static void checkNewPassword(String password) {
        PasswordHashes.checkLength(password);
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            throw Refused.field(
                    "password",
                    Refusal.BAD_REQUEST,
                    "A password has at least %d characters.".formatted(SHORTEST_PASSWORD));
        }
    }

    /// A display name that people can tell apart from the text around it.
    public static String checkedName(String name) {
        var stripped = name.strip();
        boolean fits = !stripped.isEmpty() && stripped.length() <= LONGEST_NAME;
        if (!fits || !PlainLine.is(stripped)) {
            throw Refused.field(
                    "displayName",
                    Refusal.BAD_REQUEST,
                    "A name has 1 to %d printable characters.".formatted(LONGEST_NAME));
        }
        return stripped;
    }
}
