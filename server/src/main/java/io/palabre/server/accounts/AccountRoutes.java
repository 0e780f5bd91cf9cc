// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.accounts;

import static io.palabre.server.edge.Route.Method.DELETE;
import static io.palabre.server.edge.Route.Method.GET;
import static io.palabre.server.edge.Route.Method.POST;

import io.palabre.core.Refusal;
import io.palabre.core.ids.SessionId;
import io.palabre.core.sessions.Session;
import io.palabre.server.edge.Answer;
import io.palabre.server.edge.Request;
import io.palabre.server.edge.Route;
import io.palabre.server.edge.SessionCookie;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.UserShape;
import io.palabre.server.wire.Users;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `/api/auth/…`
public final class AccountRoutes {
    private final Accounts accounts;
    private final LiveSessions live;
    private final Users users;

    public AccountRoutes(Accounts accounts, LiveSessions live, Users users) {
        this.accounts = accounts;
        this.live = live;
        this.users = users;
    }

    public List<Route> routes() {
        return List.of(
                Route.open(POST, "/api/auth/login", this::login),
                Route.open(POST, "/api/auth/register", this::register),
                Route.signedIn(POST, "/api/auth/logout", this::logout),
                Route.signedIn(GET, "/api/auth/session", this::session),
                Route.signedIn(GET, "/api/auth/sessions", this::sessions),
                Route.signedIn(DELETE, "/api/auth/sessions/{sessionId}", this::revoke),
                Route.signedIn(POST, "/api/auth/password", this::changePassword));
    }

    record Login(String username, String password) {}

    record Register(
            String username,
            String password,
            @Nullable String displayName,
            @Nullable String setupToken) {}

    record ChangePassword(String currentPassword, String newPassword) {}

    record SignedInShape(String token, Instant expiresAt, UserShape user) {}

    record Who(UserShape user, SessionShape session) {}

    record SessionList(List<SessionShape> sessions) {}

    record SessionShape(
            String id,
            Instant createdAt,
            Instant lastActive,
            Instant expiresAt,
            boolean current,
            @Nullable String userAgent) {

        static SessionShape of(Session session, Session current) {
            return new SessionShape(
                    session.id().toString(),
                    session.createdAt(),
                    session.usedAt(),
                    session.expiresAt(),
                    session.id().equals(current.id()),
                    session.device());
        }
    }

    private Answer login(Request request) {
        var wish = request.read(Login.class);
        return signedIn(200, accounts.login(wish.username(), wish.password(), request.peer()));
    }

    private Answer register(Request request) {
        return signedIn(201, accounts.register(request.read(Register.class), request.peer()));
    }

    private Answer logout(Request request) {
        var session = request.session();
        accounts.revoke(session, session.id());
        live.ended(session.person(), session.id());
        return Answer.nothing().with(SessionCookie.cleared());
    }

    private Answer session(Request request) {
        var session = request.session();
        var user = users.own(accounts.person(session));
        return Answer.ok(new Who(user, SessionShape.of(session, session)));
    }

    private Answer sessions(Request request) {
        var current = request.session();
        return Answer.ok(
                new SessionList(
                        accounts.sessions(current).stream()
                                .map(session -> SessionShape.of(session, current))
                                .toList()));
    }

    private Answer revoke(Request request) {
        var session =
                SessionId.parse(request.parameter("sessionId"))
                        .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
        accounts.revoke(request.session(), session);
        live.ended(request.caller(), session);
        return Answer.nothing();
    }

    private Answer changePassword(Request request) {
        var wish = request.read(ChangePassword.class);
        var renewed =
                accounts.changePassword(
                        request.session(),
                        wish.currentPassword(),
                        wish.newPassword(),
                        request.peer());
        var answer = signedIn(200, renewed.signedIn());
        renewed.ended().forEach(ended -> live.ended(request.caller(), ended));
        return answer;
    }

    private Answer signedIn(int status, Accounts.SignedIn now) {
        live.begun(now.session());
        var shape =
                new SignedInShape(now.token(), now.session().expiresAt(), users.own(now.person()));
        return new Answer(status, shape, new SessionCookie(now.token(), accounts.sessionLife()));
    }
}
