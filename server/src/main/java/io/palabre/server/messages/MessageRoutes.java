// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.messages;

import static io.palabre.server.edge.Route.Method.GET;
import static io.palabre.server.edge.Route.Method.POST;

import io.palabre.core.Refusal;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.inbox.Timeline;
import io.palabre.core.inbox.Window;
import io.palabre.server.conversations.Views;
import io.palabre.server.edge.Answer;
import io.palabre.server.edge.Request;
import io.palabre.server.edge.Route;
import io.palabre.server.edge.Said;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.ConversationShape;
import io.palabre.server.wire.JsonObject;
import io.palabre.server.wire.MeShape;
import io.palabre.server.wire.MessageShape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Messages over REST.
public final class MessageRoutes {
    private final Messages messages;
    private final Views views;

    public MessageRoutes(Messages messages, Views views) {
        this.messages = messages;
        this.views = views;
    }

    public List<Route> routes() {
        var one = "/api/conversations/{conversationId}";
        return List.of(
                Route.signedIn(GET, one + "/messages", this::list),
                Route.signedIn(POST, one + "/messages", this::post),
                Route.signedIn(POST, one + "/read", this::read),
                Route.signedIn(GET, "/api/messages/conversations/{conversationId}", this::show),
                Route.signedIn(POST, "/api/messages/send", this::send));
    }

    record Page(List<MessageShape> messages, boolean hasMoreBefore, boolean hasMoreAfter) {
        static Page of(Timeline page) {
            return new Page(shapes(page), page.moreBefore(), page.moreAfter());
        }

        private static List<MessageShape> shapes(Timeline page) {
            return page.lines().stream().map(line -> MessageShape.of(line)).toList();
        }
    }

    record ConversationWithPage(
            ConversationShape conversation,
            MeShape me,
            List<MessageShape> messages,
            boolean hasMoreBefore,
            boolean hasMoreAfter) {}

    record Send(
            String conversationId,
            @Nullable String content,
            @Nullable String clientId,
            @Nullable String type,
            @Nullable String replyTo,
            @Nullable List<String> mentions,
            @Nullable List<String> attachments,
            @Nullable JsonObject data) {

        Messages.Wish wish() {
            return new Messages.Wish(content, clientId, type, replyTo, mentions, attachments, data);
        }
    }

    record UpTo(@Nullable Long seq) {}

    private Answer list(Request request) {
        return Answer.ok(page(request));
    }

    private Answer show(Request request) {
        var view = views.of(request.caller(), request.conversation());
        var page = page(request);
        return Answer.ok(
                new ConversationWithPage(
                        view.conversation(),
                        view.me(),
                        page.messages(),
                        page.hasMoreBefore(),
                        page.hasMoreAfter()));
    }

    private Page page(Request request) {
        return Page.of(
                messages.page(
                        request.caller(),
                        request.conversation(),
                        window(request),
                        request.limit()));
    }

    private Window window(Request request) {
        var asked = new ArrayList<Window>();
        request.number("before").ifPresent(seq -> asked.add(new Window.Before(seq)));
        request.number("after").ifPresent(seq -> asked.add(new Window.After(seq)));
        request.number("around").ifPresent(seq -> asked.add(new Window.Around(seq)));
        if (request.flag("unread")) {
            asked.add(messages.unread(request.caller(), request.conversation()));
        }
        if (asked.size() > 1) {
            throw Refused.because(
                    Refusal.BAD_REQUEST,
                    "Only one of `before`, `after`, `around` and `unread` goes.");
        }
        return asked.isEmpty() ? new Window.Latest() : asked.getFirst();
    }

    private Answer post(Request request) {
        return send(request, request.conversation(), request.read(Messages.Wish.class));
    }

    private Answer send(Request request) {
        var said = request.read(Send.class);
        return send(request, Said.conversation(said.conversationId()), said.wish());
    }

    private Answer send(Request request, ConversationId conversation, Messages.Wish wish) {
        var sent = messages.send(request.caller(), conversation, wish);
        return sent.repeated() == null ? Answer.created(sent) : Answer.ok(sent);
    }

    private Answer read(Request request) {
        var upTo = request.readOr(UpTo.class, new UpTo(null));
        return Answer.ok(messages.markRead(request.caller(), request.conversation(), upTo.seq()));
    }
}
