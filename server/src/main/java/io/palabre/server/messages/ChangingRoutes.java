// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.messages;

import static io.palabre.server.edge.Route.Method.DELETE;
import static io.palabre.server.edge.Route.Method.GET;
import static io.palabre.server.edge.Route.Method.PATCH;

import io.palabre.core.Refusal;
import io.palabre.server.edge.Answer;
import io.palabre.server.edge.Request;
import io.palabre.server.edge.Route;
import io.palabre.server.refusal.Refused;
import java.util.List;

/// One message over REST.
public final class ChangingRoutes {
    private final Changing changing;

    public ChangingRoutes(Changing changing) {
        this.changing = changing;
    }

    public List<Route> routes() {
        var one = "/api/messages/{messageId}";
        return List.of(
                Route.signedIn(GET, one, this::show),
                Route.signedIn(PATCH, one, this::edit),
                Route.signedIn(DELETE, one, this::delete));
    }

    record Edit(String content) {}

    private Answer show(Request request) {
        return Answer.ok(changing.find(request.caller(), request.message()));
    }

    private Answer edit(Request request) {
        var words = request.read(Edit.class).content();
        return Answer.ok(changing.edit(request.caller(), request.message(), words));
    }

    private Answer delete(Request request) {
        var whom = whom(request.query("for").orElse("all"));
        changing.delete(request.caller(), request.message(), whom);
        return Answer.nothing();
    }

    static Changing.For whom(String word) {
        return switch (word) {
            case "all" -> Changing.For.ALL;
            case "me" -> Changing.For.ME;
            default -> throw Refused.because(Refusal.BAD_REQUEST, "`for` is `all` or `me`.");
        };
    }
}
