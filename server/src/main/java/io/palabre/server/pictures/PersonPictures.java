// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.pictures;

import static io.palabre.server.edge.Route.Method.DELETE;
import static io.palabre.server.edge.Route.Method.GET;
import static io.palabre.server.edge.Route.Method.PUT;

import io.palabre.core.people.Portraits;
import io.palabre.server.edge.Answer;
import io.palabre.server.edge.Request;
import io.palabre.server.edge.Route;
import io.palabre.server.people.Profiles;
import io.palabre.server.wire.UserShape;
import io.palabre.server.wire.Users;
import java.util.List;

/// The pictures people show of themselves: `/api/users/me/picture`, `/api/users/{userId}/picture`.
public final class PersonPictures {
    private final Portraits portraits;
    private final Portraying portraying;
    private final Profiles profiles;
    private final Users users;

    public PersonPictures(
            Portraits portraits, Portraying portraying, Profiles profiles, Users users) {
        this.portraits = portraits;
        this.portraying = portraying;
        this.profiles = profiles;
        this.users = users;
    }

    public List<Route> routes() {
        return List.of(
                Route.taking(PUT, "/api/users/me/picture", this::change),
                Route.signedIn(DELETE, "/api/users/me/picture", this::remove),
                Route.signedIn(GET, "/api/users/{userId}/picture", this::show));
    }

    record One(UserShape user) {}

    private Answer change(Request request) {
        var me = request.caller();
        var picture = portraying.made(request.stream());
        portraits.keep(me, picture);
        var address = Served.address("/api/users/%s/picture".formatted(me), picture);
        return Answer.ok(new One(users.own(profiles.show(me, address))));
    }

    private Answer remove(Request request) {
        var person = profiles.show(request.caller(), null);
        portraits.remove(request.caller());
        return Answer.ok(new One(users.own(person)));
    }

    private Answer show(Request request) {
        return Served.answer(portraits.of(request.person()));
    }
}
