// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.arranging;

import static io.palabre.server.edge.Route.Method.DELETE;
import static io.palabre.server.edge.Route.Method.PATCH;

import io.palabre.core.conversations.Command;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.inbox.Inbox;
import io.palabre.core.log.Log;
import io.palabre.server.conversations.Views;
import io.palabre.server.delivery.Rooms;
import io.palabre.server.edge.Answer;
import io.palabre.server.edge.Request;
import io.palabre.server.edge.Route;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.Json;
import io.palabre.server.wire.MeShape;
import io.palabre.server.wire.Until;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `/api/conversations/{conversationId}/me`: how one arranges a conversation for oneself.
public final class MyPartRoutes {
    private final Log log;
    private final Inbox inbox;
    private final Views views;
    private final Rooms rooms;
    private final Json json;

    public MyPartRoutes(Log log, Inbox inbox, Views views, Rooms rooms, Json json) {
        this.log = log;
        this.inbox = inbox;
        this.views = views;
        this.rooms = rooms;
        this.json = json;
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

        boolean movesTotal() {
            return mutedUntil != null || archived != null;
        }
    }

    record Arranged(MeShape me) {}

    /// `UnreadTotal` in `openapi.yaml`.
    record UnreadTotal(long total, String conversationId, long unreadCount) {}

    private Answer arrange(Request request) {
        var by = request.caller();
        var conversation = request.conversation();
        var wish = request.read(Arrange.class);
        var done =
                Refused.unlessAccepted(
                        log.commit(new Command.Arrange(by, conversation, wish.wish())));
        var me = views.of(by, conversation).me();
        if (wish.movesTotal() && !done.repeated()) tellTotal(by, conversation, me.unreadCount());
        return Answer.ok(new Arranged(me));
    }

    private Answer clear(Request request) {
        var by = request.caller();
        var conversation = request.conversation();
        var done = Refused.unlessAccepted(log.commit(new Command.Clear(by, conversation)));
        if (!done.repeated()) tellTotal(by, conversation, 0);
        return Answer.nothing();
    }

    private void tellTotal(PersonId person, ConversationId conversation, long unread) {
        var total = new UnreadTotal(inbox.unreadTotal(person), conversation.toString(), unread);
        rooms.toPerson(person, "unread_total", json.write(total));
    }
}
