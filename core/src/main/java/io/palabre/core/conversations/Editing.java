// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command.Edit;
import io.palabre.core.conversations.Decision.Append;
import io.palabre.core.conversations.Decision.Refuse;
import io.palabre.core.conversations.Decision.Repeat;
import io.palabre.core.conversations.Durable.Edited;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How messages are changed: by their sender, for a while. Of two edits at once the later number
/// stands, and the log has both.
record Editing(Limits limits) {

    Decision decide(Facts facts, Edit edit, Instant now) {
        return Audible.toSpeaker(
                facts, edit.message(), edit.by(), (head, it) -> change(facts, head, it, edit, now));
    }

    private Decision change(Facts facts, Head head, Standing it, Edit edit, Instant now) {
        var wanted = it.content().reworded(edit.text(), edit.mentions());
        var objection = objection(it, wanted, edit, now);
        if (objection.isPresent()) {
            return new Refuse(objection.get());
        }
        var named = Mentions.kept(facts, head.conversation(), edit.mentions());
        if (it.content().reworded(edit.text(), named).equals(it.content())) {
            return new Repeat(head.conversation(), List.of());
        }
        var edited = new Edited(edit.message().seq(), edit.text(), named);
        var entry = head.followedBy(edit.by(), edited, now);
        return new Append(head.conversation(), List.of(entry), List.of());
    }

    private Optional<Refusal> objection(Standing it, Content wanted, Edit edit, Instant now) {
        if (!it.posted().by().equals(edit.by())) {
            return Optional.of(Refusal.NOT_ALLOWED);
        }
        if (it.deleted()) {
            return Optional.of(Refusal.MESSAGE_DELETED);
        }
        if (now.isAfter(it.posted().at().plus(limits.windows().edit()))) {
            return Optional.of(Refusal.EDIT_WINDOW_OVER);
        }
        return new Contents(limits).objection(wanted);
    }
}
