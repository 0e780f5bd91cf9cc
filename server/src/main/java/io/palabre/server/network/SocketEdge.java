// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import io.palabre.core.Refusal;
import io.palabre.core.ids.PersonId;
import io.palabre.core.log.Unavailable;
import io.palabre.core.sessions.Session;
import io.palabre.server.accounts.Accounts;
import io.palabre.server.accounts.Probes;
import io.palabre.server.delivery.Seating;
import io.palabre.server.edge.Arrivals;
import io.palabre.server.edge.Event;
import io.palabre.server.edge.Said;
import io.palabre.server.refusal.Problem;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.Json;
import io.palabre.server.wire.RefusalShape;
import io.palabre.server.wire.UserShape;
import io.palabre.socketio.Admission;
import io.palabre.socketio.Handshake;
import io.palabre.socketio.Incoming;
import io.palabre.socketio.Namespace;
import io.palabre.socketio.Socket;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns what sockets say into calls of events, and what those answer into acknowledgements.
final class SocketEdge {
    private static final Logger LOG = LoggerFactory.getLogger(SocketEdge.class);
    private static final long ANONYMOUS_MILLIS = 10_000;

    /// How many are let in at the same time, after a restart for example, and how many are seated;
    /// others wait their turn, so that what waits for the store stays far below what it takes. Two
    /// turns, so that who is in is seated though thousands still wait at the door.
    private static final int AT_ONCE = 128;

    private final Vertx vertx;
    private final Json json;
    private final Doors doors;
    private final Map<String, Event> events;
    private final Semaphore entering = new Semaphore(AT_ONCE, true);
    private final Semaphore seating = new Semaphore(AT_ONCE, true);

    /// What lets sockets in and seats them.
    record Doors(
            Accounts accounts,
            Credentials credentials,
            Origins origins,
            Seating seating,
            SocketRooms rooms,
            Arrivals arrivals,
            Probes probes,
            Turnstile turnstile) {}

    SocketEdge(Vertx vertx, Json json, Doors doors, List<Event> events) {
        this.vertx = vertx;
        this.json = json;
        this.doors = doors;
        this.events = events.stream().collect(Collectors.toMap(Event::name, Function.identity()));
    }

    void openOn(Namespace namespace) {
        namespace.authenticate(this::admit).onConnect(this::welcome);
    }

    record Token(@Nullable String token) {}

    /// @param userId whom an older front end says it is
    record Authenticate(@Nullable String token, @Nullable String userId) {
        static Authenticate bare(String text) {
            return new Authenticate(text, null);
        }

        /// Older front ends say no token but whose they are.
        boolean onlyNames(PersonId person) {
            return person.toString().equals(token == null ? userId : token);
        }

        boolean fits(Session session) {
            return userId == null || userId.equals(session.person().toString());
        }
    }

    record Authenticated(UserShape user) {}

    /// A good token, or none at all: the socket may still authenticate itself.
    private Admission admit(Handshake handshake) {
        try {
            var token = token(handshake);
            if (token.isEmpty()) return Admission.accept();
            var session =
                    inTurn(entering, () -> doors.accounts().identify(token.get()))
                            .or(() -> doors.probes().identify(token.get()));
            session.ifPresent(found -> refuseIfCrowded(found, handshake));
            return session.<Admission>map(Admission::accept)
                    .orElseGet(() -> refusal(Refused.because(Refusal.UNAUTHENTICATED)));
        } catch (Refused refused) {
            return refusal(refused);
        } catch (Unavailable _) {
            return refusal(Refused.because(Refusal.TRY_LATER));
        }
    }

    private static <T> T inTurn(Semaphore turn, Supplier<T> step) {
        turn.acquireUninterruptibly();
        try {
            return step.get();
        } finally {
            turn.release();
        }
    }

    private void refuseIfCrowded(Session session, Handshake handshake) {
        int sockets = doors.rooms().sockets(session.person());
        doors.turnstile().refuseIfCrowded(sockets, handshake.remoteAddress());
    }

    private Admission refusal(Refused refused) {
        var fault = RefusalShape.of(refused).error();
        return Admission.refuse(refused.problem().title(), json.write(fault));
    }

    private Optional<String> token(Handshake handshake) {
        var said = json.readLeniently(handshake.authJson(), Token.class).token();
        if (said != null) return Optional.of(said);
        Function<String, @Nullable String> header = name -> handshake.header(name).orElse(null);
        var origin = header.apply("Origin");
        boolean ours = origin == null || doors.origins().isOurs(origin, header.apply("Host"));
        return doors.credentials()
                .in(header)
                .filter(found -> ours || !found.inCookie())
                .map(Credentials.Found::token);
    }

    private void welcome(Socket socket) {
        var client = new SocketClient(socket, json);
        var session = attached(socket);
        socket.attach(client);
        doors.turnstile().entered(client.address());
        socket.onDisconnect(_ -> left(client));
        socket.onAny(in -> hear(client, in));
        if (session.isPresent() && doors.probes().isProbe(session.get().person())) {
            client.signIn(session.get());
            doors.arrivals().arrived(client);
        } else if (session.isPresent()) {
            welcome(client, session.get());
        } else {
            vertx.setTimer(
                    ANONYMOUS_MILLIS,
                    _ -> {
                        if (client.isAnonymous()) socket.close("unauthenticated");
                    });
        }
    }

    private void left(SocketClient client) {
        doors.turnstile().left(client.address());
        doors.arrivals().left(client);
    }

    private void welcome(SocketClient client, Session session) {
        try {
            seatOrGone(client, session);
        } catch (Refused _) {
            // it is gone, and knows
        } catch (Unavailable unavailable) {
            LOG.warn("the store is unavailable: {}", unavailable.getMessage());
        }
    }

    /// There is no socket that is signed in and does not hear: one that cannot be seated is ended,
    /// and may come again if that was the store's fault.
    private UserShape seatOrGone(SocketClient client, Session session) {
        try {
            return inTurn(seating, () -> seat(client, session));
        } catch (Refused refused) {
            client.socket().disconnect(true);
            throw refused;
        } catch (RuntimeException fault) {
            client.socket().close("try_later");
            throw fault;
        }
    }

    private static Optional<Session> attached(Socket socket) {
        try {
            return Optional.of(socket.attachment(Session.class));
        } catch (IllegalStateException _) {
            return Optional.empty();
        }
    }

    private UserShape seat(SocketClient client, Session session) {
        signIn(client, session);
        return doors.seating().seat(client, rooms -> doors.rooms().seat(client, rooms));
    }

    /// The session may have ended while the socket was on its way in: it is looked at again once
    /// the socket is where the end of the session would find it.
    private void signIn(SocketClient client, Session session) {
        client.signIn(session);
        if (!doors.accounts().lives(session)) throw Refused.because(Refusal.UNAUTHENTICATED);
        doors.arrivals().arrived(client);
    }

    private void hear(SocketClient client, Incoming in) {
        if (client.isInDoubt()) return;
        try {
            in.ackRaw(json.writeOk(answer(client, in)));
        } catch (Refused refused) {
            refuse(in, refused);
            boolean limited = refused.problem().equals(Problem.RATE_LIMITED);
            if (limited && doors.turnstile().insists(client.id())) client.close("rate_limited");
        } catch (Unavailable unavailable) {
            LOG.warn("the store is unavailable: {}", unavailable.getMessage());
            if (unavailable.undecided()) client.doubt();
            else refuse(in, Refused.because(Refusal.TRY_LATER));
        } catch (RuntimeException fault) {
            refuse(
                    in,
                    Refused.because(
                            Problem.FAULT, Faults.log("event " + known(in.event()), fault)));
        }
    }

    private Object answer(SocketClient client, Incoming in) {
        var by = client.isAnonymous() ? null : client.caller();
        var said = new Said(in.size() == 0 ? "null" : in.arg(0), json, by);
        if (in.event().equals("authenticate")) return authenticate(client, said);
        doors.turnstile().said(client.caller(), client.address());
        var event = events.get(in.event());
        if (event == null) throw Refused.because(Problem.UNKNOWN_EVENT);
        return event.handler().answer(client, said);
    }

    private Authenticated authenticate(SocketClient client, Said said) {
        var who = said.read(Authenticate.class, Authenticate::bare);
        if (!client.isAnonymous() && who.onlyNames(client.caller())) {
            return new Authenticated(doors.seating().who(client.caller()));
        }
        var session = session(who);
        if (client.isAnonymous()) {
            refuseIfCrowded(session, client.socket().handshake());
            return new Authenticated(seatOrGone(client, session));
        }
        return new Authenticated(renew(client, session));
    }

    private Session session(Authenticate who) {
        var token = who.token();
        if (token == null) {
            throw Refused.field("token", Refusal.BAD_REQUEST, "`token` is missing.");
        }
        return doors.accounts()
                .identify(token)
                .filter(who::fits)
                .orElseThrow(() -> Refused.because(Refusal.UNAUTHENTICATED));
    }

    private UserShape renew(SocketClient client, Session session) {
        try {
            if (!session.person().equals(client.caller())) {
                throw Refused.because(Refusal.NOT_ALLOWED);
            }
            signIn(client, session);
            return doors.seating().who(session.person());
        } catch (Refused refused) {
            client.socket().disconnect(true);
            throw refused;
        }
    }

    private String known(String event) {
        return events.containsKey(event) ? event : "unknown";
    }

    private void refuse(Incoming in, Refused refused) {
        in.ackRaw(json.write(RefusalShape.of(refused)));
    }
}
