// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.pictures;

import static io.palabre.server.edge.Route.Method.DELETE;
import static io.palabre.server.edge.Route.Method.GET;
import static io.palabre.server.edge.Route.Method.PUT;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.ConversationType;
import io.palabre.core.conversations.Role;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.inbox.Conversation;
import io.palabre.core.inbox.Inbox;
import io.palabre.core.log.Log;
import io.palabre.core.people.Portraits;
import io.palabre.server.conversations.Views;
import io.palabre.server.edge.Answer;
import io.palabre.server.edge.Request;
import io.palabre.server.edge.Route;
import io.palabre.server.refusal.Refused;
import java.util.List;
import java.util.Optional;

/// The pictures of groups, changed by those who lead one and seen by those who are in it:
/// `/api/conversations/{conversationId}/picture`.
public final class GroupPictures {
    private final Portraits portraits;
    private final Portraying portraying;
    private final Log log;
    private final Inbox inbox;
    private final Views views;

    public GroupPictures(
            Portraits portraits, Portraying portraying, Log log, Inbox inbox, Views views) {
        this.portraits = portraits;
        this.portraying = portraying;
        this.log = log;
        this.inbox = inbox;
        this.views = views;
    }

    public List<Route> routes() {
        var picture = "/api/conversations/{conversationId}/picture";
        return List.of(
                Route.taking(PUT, picture, this::change),
                Route.signedIn(DELETE, picture, this::remove),
                Route.signedIn(GET, picture, this::show));
    }

    private Answer change(Request request) {
        refuseUnlessLeader(seen(request));
        var picture = portraying.made(request.stream());
        var group = request.conversation();
        portraits.keep(group, picture);
        return shown(request, Served.address(path(group), picture));
    }

    private Answer remove(Request request) {
        var answer = shown(request, "");
        portraits.remove(request.conversation());
        return answer;
    }

    /// What was kept is not fetched any more once the group shows something else.
    private Answer show(Request request) {
        var group = request.conversation();
        var address = Optional.ofNullable(seen(request).head().avatarUrl());
        return Served.answer(
                address.filter(one -> one.startsWith(path(group)))
                        .flatMap(_ -> portraits.of(group)));
    }

    private Answer shown(Request request, String address) {
        var describe =
                new Command.Describe(request.caller(), request.conversation(), null, address);
        Refused.unlessAccepted(log.commit(describe));
        return Answer.ok(views.of(request.caller(), request.conversation()));
    }

    private Conversation seen(Request request) {
        return inbox.conversation(request.caller(), request.conversation())
                .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
    }

    /// Before anything is taken in: the rules decide once more when it is shown.
    private static void refuseUnlessLeader(Conversation conversation) {
        if (conversation.head().type() != ConversationType.GROUP) {
            throw Refused.because(Refusal.NOT_A_GROUP);
        }
        if (conversation.me().role() == Role.MEMBER) {
            throw Refused.because(Refusal.NOT_ALLOWED);
        }
    }

    private static String path(ConversationId group) {
        return "/api/conversations/%s/picture".formatted(group);
    }
}
