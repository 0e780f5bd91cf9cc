// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.people;

import static io.palabre.server.edge.Route.Method.GET;
import static io.palabre.server.edge.Route.Method.PATCH;

import io.palabre.core.Refusal;
import io.palabre.core.people.People;
import io.palabre.server.edge.Answer;
import io.palabre.server.edge.Request;
import io.palabre.server.edge.Route;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.UserShape;
import io.palabre.server.wire.Users;
import java.util.List;

/// `/api/users…`
public final class PeopleRoutes {
    private static final int LONGEST_SEARCH = 100;

    private final People people;
    private final Profiles profiles;
    private final Users users;

    public PeopleRoutes(People people, Profiles profiles, Users users) {
        this.people = people;
        this.profiles = profiles;
        this.users = users;
    }

    public List<Route> routes() {
        return List.of(
                Route.signedIn(GET, "/api/users", this::search),
                Route.signedIn(GET, "/api/users/me", this::me),
                Route.signedIn(PATCH, "/api/users/me", this::update),
                Route.signedIn(GET, "/api/users/{userId}", this::show));
    }

    record Found(List<UserShape> users) {}

    record One(UserShape user) {}

    private Answer search(Request request) {
        var text = request.query("search").orElse("");
        if (text.length() > LONGEST_SEARCH) {
            throw Refused.because(
                    Refusal.BAD_REQUEST,
                    "`search` has at most %d characters.".formatted(LONGEST_SEARCH));
        }
        int limit = request.limit();
        var found = people.search(text, null, limit + 1).people().stream();
        return Answer.ok(
                new Found(
                        found.filter(person -> !person.id().equals(request.caller()))
                                .limit(limit)
                                .map(person -> users.seenBy(request.caller(), person))
                                .toList()));
    }

    private Answer me(Request request) {
        return Answer.ok(new One(users.own(profiles.find(request.caller()))));
    }

    private Answer show(Request request) {
        var person = profiles.find(request.person());
        boolean own = person.id().equals(request.caller());
        return Answer.ok(new One(own ? users.own(person) : users.seenBy(request.caller(), person)));
    }

    private Answer update(Request request) {
        var update = request.read(Profiles.Update.class);
        return Answer.ok(new One(users.own(profiles.update(request.caller(), update))));
    }
}
