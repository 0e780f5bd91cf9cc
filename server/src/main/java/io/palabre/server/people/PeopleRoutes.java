// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.people;

import static io.palabre.server.edge.Route.Method.GET;
import static io.palabre.server.edge.Route.Method.PATCH;

import io.palabre.core.Refusal;
import io.palabre.core.ids.PersonId;
import io.palabre.core.people.People;
import io.palabre.core.people.Person;
import io.palabre.core.people.Profile;
import io.palabre.server.accounts.Accounts;
import io.palabre.server.edge.Answer;
import io.palabre.server.edge.Request;
import io.palabre.server.edge.Route;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.UserShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `/api/users…`
public final class PeopleRoutes {
    private static final int LONGEST_SEARCH = 100;
    private static final int LONGEST_STATUS = 140;

    private final People people;

    public PeopleRoutes(People people) {
        this.people = people;
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

    record Update(@Nullable String displayName, @Nullable String statusText) {}

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
                                .map(UserShape::of)
                                .toList()));
    }

    private Answer me(Request request) {
        return one(find(request.caller()));
    }

    private Answer show(Request request) {
        return one(find(request.person()));
    }

    private Answer update(Request request) {
        var wish = request.read(Update.class);
        var profile = changed(find(request.caller()).profile(), wish);
        return one(
                people.describe(request.caller(), profile)
                        .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND)));
    }

    private static Profile changed(Profile now, Update wish) {
        var name = wish.displayName();
        var status = wish.statusText();
        return new Profile(
                name == null ? now.displayName() : Accounts.checkedName(name),
                now.avatarUrl(),
                now.status(),
                status == null ? now.statusText() : checkedStatus(status));
    }

    private static @Nullable String checkedStatus(String text) {
        var stripped = text.strip();
        boolean plain = stripped.codePoints().noneMatch(Character::isISOControl);
        if (stripped.length() > LONGEST_STATUS || !plain) {
            throw Refused.because(
                    Refusal.BAD_REQUEST,
                    "`statusText` has at most %d printable characters.".formatted(LONGEST_STATUS));
        }
        return stripped.isEmpty() ? null : stripped;
    }

    private Person find(PersonId id) {
        return people.byId(id).orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
    }

    private static Answer one(Person person) {
        return Answer.ok(new One(UserShape.of(person)));
    }
}
