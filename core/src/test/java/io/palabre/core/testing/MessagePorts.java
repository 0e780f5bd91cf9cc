// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Content;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Line;
import io.palabre.core.conversations.Message;
import io.palabre.core.conversations.Quote;
import io.palabre.core.ids.ClientId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.inbox.Window;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How the contracts of messages look at them.
abstract class MessagePorts extends PortContract {

    final @Nullable Message as(PersonId reader, MessageId id) {
        return ports().inbox().messages(reader, Set.of(id)).get(id);
    }

    final String text(PersonId reader, MessageId id) {
        return Objects.requireNonNull(as(reader, id)).content().text();
    }

    final List<Long> page(PersonId reader, ConversationId where) {
        var page = ports().inbox().timeline(reader, where, new Window.Latest(), 3).orElseThrow();
        return page.lines().stream().map(Line::seq).toList();
    }

    final Message lastMessage(PersonId reader, ConversationId where) {
        var seen = ports().inbox().conversation(reader, where).orElseThrow();
        return Objects.requireNonNull(seen.lastMessage());
    }

    final Entry replies(PersonId by, Entry to) {
        return replies(by, to, "r");
    }

    final Entry replies(PersonId by, Entry to, String clientId) {
        var reply = new Content("text", "yes", to.seq());
        var post = new Command.Post(by, to.conversation(), new ClientId(clientId), reply);
        return story().accepted(post).entries().getFirst();
    }

    final long mentions(PersonId reader, ConversationId where) {
        return ports().inbox().conversation(reader, where).orElseThrow().mentions();
    }

    final @Nullable Quote quote(PersonId reader, MessageId reply) {
        return Objects.requireNonNull(as(reader, reply)).quote();
    }
}
