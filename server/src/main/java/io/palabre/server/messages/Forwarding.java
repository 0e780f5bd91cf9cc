// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.messages;

import static io.palabre.server.edge.Route.Method.POST;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command;
import io.palabre.core.ids.ClientId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.inbox.Inbox;
import io.palabre.core.log.Log;
import io.palabre.server.edge.Answer;
import io.palabre.server.edge.Request;
import io.palabre.server.edge.Route;
import io.palabre.server.edge.Said;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.MessageShape;
import java.util.ArrayList;
import java.util.List;

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
        targets.forEach(target -> refuseStranger(request.caller(), target));
        var sent = new ArrayList<MessageShape>();
        for (var target : targets) {
            sent.add(forward(request.caller(), request.message(), target, clientId));
        }
        return Answer.ok(new Changing.Some(sent));
    }

    /// Before anything is sent: whoever names one that is none of theirs sends nothing at all.
    private void refuseStranger(PersonId caller, ConversationId target) {
        if (inbox.conversation(caller, target).isEmpty()) throw Refused.because(Refusal.NOT_FOUND);
    }

    private MessageShape forward(
            PersonId by, MessageId message, ConversationId target, ClientId clientId) {
        var done =
                Refused.unlessAccepted(
                        log.commit(new Command.Forward(by, message, target, clientId)));
        var sent = inbox.message(done.entries().getFirst().id()).orElseThrow();
        return MessageShape.of(sent);
    }
}
