// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.accounts;

import static io.palabre.server.edge.Route.Method.GET;
import static io.palabre.server.edge.Route.Method.PATCH;
import static io.palabre.server.edge.Route.Method.POST;

import io.palabre.core.Refusal;
import io.palabre.core.people.Person;
import io.palabre.server.edge.Answer;
import io.palabre.server.edge.Request;
import io.palabre.server.edge.Route;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.AccountShape;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `/api/admin/users…`: what administrators do with accounts, and `palabre user` while the server
/// runs.
public final class RegistrarRoutes {
    private static final String HERE = "/api/admin/users";

    private final Registrar registrar;

    public RegistrarRoutes(Registrar registrar) {
        this.registrar = registrar;
    }

    public List<Route> routes() {
        return List.of(
                Route.operator(GET, HERE, this::search),
                Route.operator(POST, HERE, this::add),
                Route.operator(POST, HERE + "/batch", this::addAll),
                Route.operator(GET, HERE + "/{userId}", this::show),
                Route.operator(PATCH, HERE + "/{userId}", this::change),
                Route.machine(POST, HERE + "/{userId}/sessions", this::openSession));
    }

    /// Many at once.
    public record Wishes(List<Registrar.Wish> users) {}

    /// A page of accounts.
    public record Page(List<AccountShape> users, @Nullable String nextCursor) {}

    /// One account.
    public record One(AccountShape user) {}

    /// A session, with its token.
    public record Opened(String token, Instant expiresAt) {}

    private Answer search(Request request) {
        var text = request.query("search").orElse("");
        var from = request.query("cursor").orElse(null);
        var page = registrar.search(text, from, request.limit());
        return Answer.ok(
                new Page(page.people().stream().map(AccountShape::of).toList(), page.next()));
    }

    private Answer add(Request request) {
        return Answer.created(one(registrar.add(request.read(Registrar.Wish.class))));
    }

    private Answer addAll(Request request) {
        return Answer.ok(registrar.add(request.read(Wishes.class).users()));
    }

    private Answer show(Request request) {
        return Answer.ok(one(named(request)));
    }

    private Answer change(Request request) {
        var person = named(request);
        var change = request.read(Registrar.Change.class);
        var by = request.signedIn();
        boolean own = by != null && by.person().equals(person.id());
        if (own && (change.role() != null || change.disabled() != null)) {
            throw Refused.because(
                    Refusal.NOT_ALLOWED,
                    "Another administrator changes your role, so that there always is one.");
        }
        return Answer.ok(one(registrar.change(person, change)));
    }

    private Answer openSession(Request request) {
        var opened = registrar.session(named(request));
        return Answer.created(new Opened(opened.token(), opened.session().expiresAt()));
    }

    private Person named(Request request) {
        return registrar.find(request.parameter("userId"));
    }

    private static One one(Person person) {
        return new One(AccountShape.of(person));
    }
}
