// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command.MarkRead;
import io.palabre.core.conversations.Decision.Append;
import io.palabre.core.conversations.Decision.Note;
import io.palabre.core.conversations.Decision.Refuse;
import io.palabre.core.conversations.Decision.Repeat;
import java.util.ArrayList;
import java.util.List;

/// How far somebody has read: a cursor that only grows and never passes the end. Whoever reads
/// takes back that they had marked it unread.
final class Reading {

    private Reading() {}

    static Decision decide(Facts facts, MarkRead command) {
        var conversation = command.conversation();
        var head = facts.head(conversation);
        var part = facts.part(conversation, command.by());
        if (head.isEmpty() || part.isEmpty()) {
            return new Refuse(Refusal.NOT_FOUND);
        }
        var seq = Math.min(command.seq(), head.get().seq());
        var ord = seq < 1 ? 0 : facts.ordAt(conversation, seq);
        var notes = new ArrayList<Note>();
        if (part.get().arrangement().markedUnread()) {
            var before = part.get().arrangement();
            var seen = Personal.Arranged.from(conversation, before, before.seen());
            notes.add(new Note(command.by(), seen));
        }
        if (ord > part.get().readOrd()) {
            notes.add(new Note(command.by(), new Personal.OwnRead(conversation, ord, seq)));
        }
        return notes.isEmpty()
                ? new Repeat(conversation, List.of())
                : new Append(conversation, List.of(), notes);
    }
}
