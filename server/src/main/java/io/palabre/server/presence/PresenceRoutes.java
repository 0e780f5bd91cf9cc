// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.presence;

import static io.palabre.server.edge.Route.Method.GET;
import static io.palabre.server.edge.Route.Method.POST;

import io.palabre.core.Refusal;
import io.palabre.core.people.People;
import io.palabre.core.presence.LocalRules;
import io.palabre.server.accounts.Accounts;
import io.palabre.server.edge.Answer;
import io.palabre.server.edge.Request;
import io.palabre.server.edge.Route;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.UserShape;
import io.palabre.server.wire.Users;
import java.util.List;
import java.util.stream.Stream;

/// `/api/users/online` and `/api/users/heartbeat`
public final class PresenceRoutes {
    private final Attendance attendance;
    private final Accounts accounts;
    private final People people;
    private final Users users;

    public PresenceRoutes(Attendance attendance, Accounts accounts, People people, Users users) {
        this.attendance = attendance;
        this.accounts = accounts;
        this.people = people;
        this.users = users;
    }

    public List<Route> routes() {
        return List.of(
                Route.signedIn(GET, "/api/users/online", this::online),
                Route.signedIn(POST, "/api/users/heartbeat", this::heartbeat));
    }

    record Online(List<UserShape> users, int total) {}

    record Next(long nextInSeconds) {}

    private Answer online(Request request) {
        var online = attendance.onlineFor(request.caller());
        var some = online.stream().limit(request.limit()).toList();
        var known = people.byIds(some);
        var shapes =
                some.stream()
                        .flatMap(id -> Stream.ofNullable(known.get(id)))
                        .map(users::seen)
                        .filter(user -> Boolean.TRUE.equals(user.isOnline()))
                        .toList();
        return Answer.ok(new Online(shapes, online.size()));
    }

    /// A session may end while its heartbeat is on its way: what the end did holds.
    private Answer heartbeat(Request request) {
        var session = request.session();
        attendance.heartbeat(session, request.readOr(Idle.class, Idle.NOT).duration());
        if (!accounts.lives(session)) {
            attendance.ended(session.person(), session.id());
            throw Refused.because(Refusal.UNAUTHENTICATED);
        }
        return Answer.ok(new Next(LocalRules.HEARTBEAT.toSeconds()));
    }
}
