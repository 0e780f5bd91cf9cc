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
/// stands, and the log has both. One that changes nothing is the one before, said again.
record Editing(Limits limits) {

    Decision decide(Facts facts, Edit edit, Instant now) {
        return Audible.toMember(
                facts, edit.message(), edit.by(), (head, it) -> decide(facts, head, it, edit, now));
    }

    private Decision decide(Facts facts, Head head, Standing it, Edit edit, Instant now) {
        if (!it.posted().by().equals(edit.by())) {
            return new Refuse(Refusal.NOT_ALLOWED);
        }
        if (it.deleted()) {
            return new Refuse(Refusal.MESSAGE_DELETED);
        }
        if (saysSo(facts, head, it, edit)) {
            return new Repeat(head.conversation(), List.of());
        }
        return Blocking.objectionToMeeting(facts, head, edit.by())
                .or(() -> objection(it, edit, now))
                .<Decision>map(Refuse::new)
                .orElseGet(() -> change(facts, head, edit, now));
    }

    /// Whether it says that already; who has gone since is not asked whether they are named.
    private static boolean saysSo(Facts facts, Head head, Standing it, Edit edit) {
        var where = head.conversation();
        return it.content().text().equals(edit.text())
                && Mentions.kept(facts, where, it.content().mentions())
                        .equals(Mentions.kept(facts, where, edit.mentions()));
    }

    private static Decision change(Facts facts, Head head, Edit edit, Instant now) {
        var named = Mentions.kept(facts, head.conversation(), edit.mentions());
        var edited = new Edited(edit.message().seq(), edit.text(), named);
        var entry = head.followedBy(edit.by(), edited, now);
        return new Append(head.conversation(), List.of(entry), List.of());
    }

    private Optional<Refusal> objection(Standing it, Edit edit, Instant now) {
        var wanted = it.content().reworded(edit.text(), edit.mentions());
        if (now.isAfter(it.posted().at().plus(limits.windows().edit()))) {
            return Optional.of(Refusal.EDIT_WINDOW_OVER);
        }
        return new Contents(limits).objection(wanted);
    }
}
