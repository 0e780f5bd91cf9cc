// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.blocking;

import static io.palabre.server.edge.Route.Method.DELETE;
import static io.palabre.server.edge.Route.Method.GET;
import static io.palabre.server.edge.Route.Method.POST;

import io.palabre.core.conversations.Command;
import io.palabre.core.log.Log;
import io.palabre.core.people.Blocks;
import io.palabre.core.people.People;
import io.palabre.core.people.Spelling;
import io.palabre.server.edge.Answer;
import io.palabre.server.edge.Request;
import io.palabre.server.edge.Route;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.UserShape;
import io.palabre.server.wire.Users;
import java.util.Comparator;
import java.util.List;

/// Whom one keeps away.
public final class BlockRoutes {
    private final Log log;
    private final Blocks blocks;
    private final People people;
    private final Users users;

    public BlockRoutes(Log log, Blocks blocks, People people, Users users) {
        this.log = log;
        this.blocks = blocks;
        this.people = people;
        this.users = users;
    }

    public List<Route> routes() {
        var one = "/api/users/{userId}/block";
        return List.of(
                Route.signedIn(GET, "/api/users/me/blocks", this::list),
                Route.signedIn(POST, one, this::block),
                Route.signedIn(DELETE, one, this::unblock));
    }

    record Blocked(List<UserShape> users) {}

    private Answer list(Request request) {
        return Answer.ok(
                new Blocked(
                        people.byIds(blocks.by(request.caller())).values().stream()
                                .sorted(Comparator.comparing(Spelling::of))
                                .map(person -> users.seenBy(request.caller(), person))
                                .toList()));
    }

    private Answer block(Request request) {
        return done(new Command.Block(request.caller(), request.person()));
    }

    private Answer unblock(Request request) {
        return done(new Command.Unblock(request.caller(), request.person()));
    }

    private Answer done(Command command) {
        Refused.unlessAccepted(log.commit(command));
        return Answer.nothing();
    }
}
