// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.people;

import static io.palabre.server.edge.Route.Method.DELETE;
import static io.palabre.server.edge.Route.Method.GET;
import static io.palabre.server.edge.Route.Method.PUT;

import io.palabre.core.Refusal;
import io.palabre.core.people.Portraits;
import io.palabre.server.edge.Answer;
import io.palabre.server.edge.Bytes;
import io.palabre.server.edge.Request;
import io.palabre.server.edge.Route;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.UserShape;
import io.palabre.server.wire.Users;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;

/// The pictures people show of themselves: `/api/users/me/picture`, `/api/users/{userId}/picture`.
/// The address of one changes with it, so that it is fetched once.
public final class PictureRoutes {
    private static final Map<String, String> HEADERS =
            Map.of(
                    "Content-Type", "image/jpeg",
                    "Cache-Control", "private, max-age=31536000, immutable",
                    "Content-Security-Policy", "sandbox; default-src 'none'",
                    "Cross-Origin-Resource-Policy", "same-origin");

    private final Portraits portraits;
    private final Portraying portraying;
    private final Profiles profiles;
    private final Users users;

    public PictureRoutes(
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
        var address = "/api/users/%s/picture?v=%s".formatted(me, Portraying.version(picture));
        return Answer.ok(new One(users.own(profiles.show(me, address))));
    }

    private Answer remove(Request request) {
        var person = profiles.show(request.caller(), null);
        portraits.remove(request.caller());
        return Answer.ok(new One(users.own(person)));
    }

    private Answer show(Request request) {
        var picture =
                portraits
                        .of(request.person())
                        .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
        var bytes = new Bytes(picture.length, HEADERS, () -> new ByteArrayInputStream(picture));
        return new Answer(200, bytes, null);
    }
}
