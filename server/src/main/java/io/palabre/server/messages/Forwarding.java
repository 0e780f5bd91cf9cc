// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.messages;

import static io.palabre.server.edge.Route.Method.POST;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command;
import io.palabre.core.ids.ClientId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.inbox.Inbox;
import io.palabre.core.log.Log;
import io.palabre.server.edge.Answer;
import io.palabre.server.edge.Request;
import io.palabre.server.edge.Route;
import io.palabre.server.edge.Said;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.MessageShape;
import io.palabre.server.wire.RefusalShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Sends a message on into other conversations, once each however often it is asked.
public final class Forwarding {
    private static final int MOST = 10;

    private final Log log;
    private final Inbox inbox;

    public Forwarding(Log log, Inbox inbox) {
        this.log = log;
        this.inbox = inbox;
    }

    public List<Route> routes() {
        return List.of(Route.signedIn(POST, "/api/messages/{messageId}/forward", this::forward));
    }

    record Wish(List<String> conversationIds, String clientId) {}

    /// `Forwarded` in `openapi.yaml`.
    ///
    /// @param refused where it was not sent, and why; null when it was everywhere
    record Forwarded(List<MessageShape> messages, @Nullable List<NotSent> refused) {
        static Forwarded of(List<MessageShape> sent, Map<ConversationId, Refused> refused) {
            var not =
                    refused.entrySet().stream()
                            .map(one -> NotSent.of(one.getKey(), one.getValue()))
                            .toList();
            return new Forwarded(sent, not.isEmpty() ? null : not);
        }
    }

    /// `NotSent` in `openapi.yaml`.
    record NotSent(String conversationId, RefusalShape.Fault error) {
        static NotSent of(ConversationId conversation, Refused refused) {
            return new NotSent(conversation.toString(), RefusalShape.of(refused).error());
        }
    }

    private Answer forward(Request request) {
        var wish = request.read(Wish.class);
        var clientId =
                ClientId.parse(wish.clientId())
                        .orElseThrow(() -> Refused.because(Refusal.BAD_CLIENT_ID));
        var targets = wish.conversationIds().stream().distinct().map(Said::conversation).toList();
        if (targets.isEmpty() || targets.size() > MOST) {
            throw Refused.because(
                    Refusal.BAD_REQUEST, "`conversationIds` has 1 to %d.".formatted(MOST));
        }
        var by = request.caller();
        return Answer.ok(
                each(targets, one -> new Command.Forward(by, request.message(), one, clientId)));
    }

    /// Each for itself; when none is sent, that is refused as the first was.
    private Forwarded each(
            List<ConversationId> targets, Function<ConversationId, Command.Forward> command) {
        var sent = new ArrayList<MessageShape>();
        var refused = new LinkedHashMap<ConversationId, Refused>();
        for (var target : targets) {
            try {
                sent.add(forward(command.apply(target)));
            } catch (Refused e) {
                refused.put(target, e);
            }
        }
        if (sent.isEmpty()) throw refused.firstEntry().getValue();
        return Forwarded.of(sent, refused);
    }

    private MessageShape forward(Command.Forward command) {
        var done = Refused.unlessAccepted(log.commit(command));
        return MessageShape.of(inbox.sent(done.entries().getFirst()));
    }
}
