// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.messages;

import io.palabre.server.edge.Client;
import io.palabre.server.edge.Event;
import io.palabre.server.edge.Said;
import io.palabre.server.wire.DeleteMessage;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One message over the socket.
public final class ChangingEvents {
    private final Changing changing;

    public ChangingEvents(Changing changing) {
        this.changing = changing;
    }

    public List<Event> events() {
        return List.of(
                new Event("edit_message", this::edit),
                new Event("delete_message", this::delete),
                new Event("add_reaction", this::react),
                new Event("remove_reaction", this::unreact));
    }

    record Edit(String messageId, String content, @Nullable List<String> mentions) {}

    private Object edit(Client client, Said said) {
        var edit = said.read(Edit.class);
        var named = Drafts.named(edit.mentions());
        var message = Said.message(edit.messageId());
        return changing.edit(client.caller(), message, edit.content(), named);
    }

    record Reaction(String messageId, String emoji) {}

    private Object react(Client client, Said said) {
        var wish = said.read(Reaction.class);
        return changing.react(client.caller(), Said.message(wish.messageId()), wish.emoji());
    }

    private Object unreact(Client client, Said said) {
        var wish = said.read(Reaction.class);
        return changing.unreact(client.caller(), Said.message(wish.messageId()), wish.emoji());
    }

    private Object delete(Client client, Said said) {
        var wish = said.read(DeleteMessage.class, id -> new DeleteMessage(id, null));
        var whom = ChangingRoutes.whom(Objects.requireNonNullElse(wish.whom(), "all"));
        return changing.delete(client.caller(), Said.message(wish.messageId()), whom);
    }
}
