// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.messages;

import static io.palabre.server.edge.Route.Method.DELETE;
import static io.palabre.server.edge.Route.Method.GET;
import static io.palabre.server.edge.Route.Method.PATCH;
import static io.palabre.server.edge.Route.Method.PUT;

import io.palabre.core.Refusal;
import io.palabre.server.edge.Answer;
import io.palabre.server.edge.Request;
import io.palabre.server.edge.Route;
import io.palabre.server.refusal.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
                Route.signedIn(DELETE, one, this::delete),
                Route.signedIn(PUT, one + "/reactions/{emoji}", this::react),
                Route.signedIn(DELETE, one + "/reactions/{emoji}", this::unreact),
                Route.signedIn(PUT, one + "/pin", this::pin),
                Route.signedIn(DELETE, one + "/pin", this::unpin),
                Route.signedIn(GET, "/api/conversations/{conversationId}/pins", this::pins));
    }

    record Edit(String content, @Nullable List<String> mentions) {}

    private Answer show(Request request) {
        return Answer.ok(changing.find(request.caller(), request.message()));
    }

    private Answer edit(Request request) {
        var edit = request.read(Edit.class);
        var named = Drafts.named(edit.mentions());
        return Answer.ok(changing.edit(request.caller(), request.message(), edit.content(), named));
    }

    private Answer delete(Request request) {
        var whom = whom(request.query("for").orElse("all"));
        changing.delete(request.caller(), request.message(), whom);
        return Answer.nothing();
    }

    private Answer react(Request request) {
        var emoji = request.parameter("emoji");
        return Answer.ok(changing.react(request.caller(), request.message(), emoji));
    }

    private Answer unreact(Request request) {
        var emoji = request.parameter("emoji");
        return Answer.ok(changing.unreact(request.caller(), request.message(), emoji));
    }

    private Answer pin(Request request) {
        return Answer.ok(changing.pin(request.caller(), request.message()));
    }

    private Answer unpin(Request request) {
        return Answer.ok(changing.unpin(request.caller(), request.message()));
    }

    private Answer pins(Request request) {
        return Answer.ok(changing.pins(request.caller(), request.conversation()));
    }

    static Changing.For whom(String word) {
        return switch (word) {
            case "all" -> Changing.For.ALL;
            case "me" -> Changing.For.ME;
            default -> throw Refused.because(Refusal.BAD_REQUEST, "`for` is `all` or `me`.");
        };
    }
}
