// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.arranging;

import static io.palabre.server.edge.Route.Method.DELETE;
import static io.palabre.server.edge.Route.Method.PATCH;

import io.palabre.core.conversations.Command;
import io.palabre.core.log.Log;
import io.palabre.server.conversations.Views;
import io.palabre.server.edge.Answer;
import io.palabre.server.edge.Request;
import io.palabre.server.edge.Route;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.MeShape;
import io.palabre.server.wire.Until;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `/api/conversations/{conversationId}/me`: how one arranges a conversation for oneself.
public final class MyPartRoutes {
    private final Log log;
    private final Views views;

    public MyPartRoutes(Log log, Views views) {
        this.log = log;
        this.views = views;
    }

    public List<Route> routes() {
        var me = "/api/conversations/{conversationId}/me";
        return List.of(
                Route.signedIn(PATCH, me, this::arrange), Route.signedIn(DELETE, me, this::clear));
    }

    record Arrange(
            @Nullable Boolean pinned,
            @Nullable Until mutedUntil,
            @Nullable Boolean archived,
            @Nullable Boolean markedUnread,
            @Nullable String draft) {

        Command.Wish wish() {
            var until = mutedUntil == null ? null : mutedUntil.moment();
            return new Command.Wish(pinned, until, archived, markedUnread, draft);
        }
    }

    record Arranged(MeShape me) {}

    private Answer arrange(Request request) {
        var by = request.caller();
        var conversation = request.conversation();
        var wish = request.read(Arrange.class);
        Refused.unlessAccepted(log.commit(new Command.Arrange(by, conversation, wish.wish())));
        return Answer.ok(new Arranged(views.of(by, conversation).me()));
    }

    private Answer clear(Request request) {
        var by = request.caller();
        var conversation = request.conversation();
        Refused.unlessAccepted(log.commit(new Command.Clear(by, conversation)));
        return Answer.nothing();
    }
}
