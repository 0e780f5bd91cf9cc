// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.blocking;

import static io.palabre.server.edge.Route.Method.GET;
import static io.palabre.server.edge.Route.Method.PATCH;
import static io.palabre.server.edge.Route.Method.POST;

import io.palabre.core.Refusal;
import io.palabre.core.ids.Ulid;
import io.palabre.core.people.People;
import io.palabre.core.people.PersonRole;
import io.palabre.core.reports.Report;
import io.palabre.core.reports.Reports;
import io.palabre.server.edge.Answer;
import io.palabre.server.edge.Request;
import io.palabre.server.edge.Route;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.ReportShape;
import io.palabre.server.wire.UserShape;
import io.palabre.server.wire.Users;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reports: anybody files them, moderators and administrators of the server read and close them.
public final class ReportRoutes {
    private final Reports reports;
    private final Complaints complaints;
    private final People people;
    private final Users users;

    public ReportRoutes(Reports reports, Complaints complaints, People people, Users users) {
        this.reports = reports;
        this.complaints = complaints;
        this.people = people;
        this.users = users;
    }

    public List<Route> routes() {
        return List.of(
                Route.signedIn(POST, "/api/reports", this::file),
                Route.signedIn(GET, "/api/admin/reports", this::list),
                Route.signedIn(PATCH, "/api/admin/reports/{reportId}", this::close));
    }

    record Filed(Id report) {
        record Id(String id) {}
    }

    record Page(List<ReportShape> reports, List<UserShape> users, @Nullable String nextCursor) {}

    record Change(String state) {}

    record One(ReportShape report) {}

    private Answer file(Request request) {
        var complaint = request.read(Complaints.Complaint.class);
        var report = complaints.file(request.caller(), complaint);
        return Answer.created(new Filed(new Filed.Id(report.id().toString())));
    }

    private Answer list(Request request) {
        refuseUnlessModerator(request);
        var before = request.query("cursor").map(ReportRoutes::id).orElse(null);
        int limit = request.limit();
        var found = reports.list(isOpen(request), before, limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? shown.getLast().id().toString() : null;
        return Answer.ok(
                new Page(shown.stream().map(ReportShape::of).toList(), usersIn(shown), next));
    }

    private List<UserShape> usersIn(List<Report> shown) {
        var ids =
                shown.stream()
                        .flatMap(report -> Stream.of(report.by(), report.matter().person()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toUnmodifiableSet());
        return people.byIds(ids).values().stream().map(users::seen).toList();
    }

    private static boolean isOpen(Request request) {
        return switch (request.query("state").orElse("open")) {
            case "open" -> true;
            case "closed" -> false;
            default ->
                    throw Refused.field("state", Refusal.BAD_REQUEST, "`state` is open or closed.");
        };
    }

    private Answer close(Request request) {
        refuseUnlessModerator(request);
        if (!request.read(Change.class).state().equals("closed")) {
            throw Refused.field("state", Refusal.BAD_REQUEST, "`state` can only become closed.");
        }
        return Answer.ok(
                reports.close(id(request.parameter("reportId")), request.caller())
                        .map(report -> new One(ReportShape.of(report)))
                        .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND)));
    }

    private static Ulid id(String text) {
        return Ulid.parse(text).orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
    }

    private void refuseUnlessModerator(Request request) {
        var role = people.byId(request.caller()).map(person -> person.role());
        if (role.equals(Optional.of(PersonRole.USER)) || role.isEmpty()) {
            throw Refused.because(Refusal.NOT_ALLOWED);
        }
    }
}
