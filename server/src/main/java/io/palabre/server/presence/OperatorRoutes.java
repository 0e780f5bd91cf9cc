// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.presence;

import static io.palabre.server.edge.Route.Method.GET;
import static io.palabre.server.edge.Route.Method.POST;

import io.palabre.core.Refusal;
import io.palabre.core.ids.PersonId;
import io.palabre.core.people.People;
import io.palabre.core.people.Person;
import io.palabre.core.presence.Explanation;
import io.palabre.core.presence.Transport;
import io.palabre.server.accounts.Probes;
import io.palabre.server.edge.Answer;
import io.palabre.server.edge.Request;
import io.palabre.server.edge.Route;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.UserShape;
import io.palabre.server.wire.Users;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `/api/admin/presence…`: what `palabre presence` asks.
public final class OperatorRoutes {
    private static final String HERE = "/api/admin/presence";

    private final Attendance attendance;
    private final People people;
    private final Users users;
    private final Probes probes;

    public OperatorRoutes(Attendance attendance, People people, Users users, Probes probes) {
        this.attendance = attendance;
        this.people = people;
        this.users = users;
        this.probes = probes;
    }

    public List<Route> routes() {
        return List.of(
                Route.operator(GET, HERE, this::status),
                Route.operator(POST, HERE + "/cleanup", this::cleanup),
                Route.operator(POST, HERE + "/stale", this::stale),
                Route.operator(POST, HERE + "/probes", this::probe),
                Route.operator(GET, HERE + "/{userId}", this::explain));
    }

    record Status(List<UserShape> online, int total, int sockets, int withoutSocket) {}

    record Dropped(int dropped) {}

    record Probe(String token, String userId) {}

    record Why(UserShape user, String reason, @Nullable String wish, List<DeviceShape> devices) {}

    record DeviceShape(
            String id,
            String transport,
            String hold,
            boolean mobile,
            long ageMs,
            long sinceActiveMs,
            @Nullable Long leftMs) {

        static DeviceShape of(Explanation.DeviceReport report, Transport carrier) {
            var device = report.device();
            var left = report.left();
            return new DeviceShape(
                    device.id().toString(),
                    word(carrier),
                    word(report.hold()),
                    device.mobile(),
                    report.age().toMillis(),
                    report.sinceActive().toMillis(),
                    left == null ? null : left.toMillis());
        }
    }

    private Answer status(Request request) {
        var seen = attendance.seen();
        var online = seen.online();
        var some = online.stream().limit(request.limit()).toList();
        var known = people.byIds(some);
        var shapes =
                some.stream().filter(known::containsKey).map(known::get).map(users::seen).toList();
        return Answer.ok(new Status(shapes, online.size(), seen.sockets(), seen.withoutSocket()));
    }

    private Answer cleanup(Request request) {
        return Answer.ok(new Dropped(attendance.dropAll()));
    }

    private Answer stale(Request request) {
        return Answer.ok(new Dropped(attendance.dropStale()));
    }

    private Answer probe(Request request) {
        var probe = probes.next();
        return Answer.created(new Probe(probe.token(), probe.person().toString()));
    }

    private Answer explain(Request request) {
        var person = named(request.parameter("userId"));
        var why = attendance.explain(person.id());
        var wish = why.wish();
        return Answer.ok(
                new Why(
                        users.seen(person),
                        word(why.reason()),
                        wish == null ? null : word(wish.status()),
                        why.devices().stream().map(this::shape).toList()));
    }

    private DeviceShape shape(Explanation.DeviceReport report) {
        return DeviceShape.of(report, attendance.transport(report.device()));
    }

    /// By id or username.
    private Person named(String name) {
        return PersonId.parse(name)
                .flatMap(people::byId)
                .or(() -> people.byUsername(name))
                .orElseThrow(() -> Refused.because(Refusal.PERSON_NOT_FOUND));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
