// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.conversations.Change.Appended;
import io.palabre.core.conversations.Change.Became;
import io.palabre.core.conversations.Change.Departed;
import io.palabre.core.conversations.Change.GaveRole;
import io.palabre.core.conversations.Change.HiddenFrom;
import io.palabre.core.conversations.Change.Joined;
import io.palabre.core.conversations.Change.Opened;
import io.palabre.core.conversations.Change.Paired;
import io.palabre.core.conversations.Change.ReadTo;
import io.palabre.core.conversations.Change.Titled;
import io.palabre.core.ids.PersonId;
import java.util.ArrayList;
import java.util.List;

/// What each event means for the current state; replaying a log through this rebuilds the state.
public final class Changes {

    private Changes() {}

    /// The steps of one decision, in order.
    public static List<Change> of(Decision.Append decision) {
        var changes = new ArrayList<Change>();
        decision.entries().forEach(entry -> addEntry(changes, entry));
        decision.notes().forEach(note -> addNote(changes, note));
        return changes;
    }

    private static void addEntry(List<Change> changes, Entry entry) {
        var conversation = entry.conversation();
        if (entry.event() instanceof Durable.Created created) {
            addOpening(changes, entry, created);
        }
        changes.add(new Appended(entry));
        switch (entry.event()) {
            case Durable.Created created -> {
                created.members()
                        .forEach(m -> changes.add(joined(entry, m, roleIn(created, entry, m))));
                if (created.product() != null) {
                    var about = new About(created.product(), created.members().getLast());
                    changes.add(new Change.Introduced(conversation, entry.by(), about));
                }
            }
            case Durable.Posted _ ->
                    changes.add(new ReadTo(conversation, entry.by(), entry.ord(), entry.seq()));
            case Durable.MembersAdded(var members) ->
                    members.forEach(m -> changes.add(joined(entry, m, Role.MEMBER)));
            case Durable.MemberRemoved(var member) ->
                    changes.add(new Departed(conversation, member, entry.seq()));
            case Durable.MemberLeft(var newOwner) -> {
                changes.add(new Departed(conversation, entry.by(), entry.seq()));
                if (newOwner != null) {
                    changes.add(new GaveRole(conversation, newOwner, Role.OWNER));
                }
            }
            case Durable.Renamed(var title) -> changes.add(new Titled(conversation, title));
            case Durable.OfMessage event -> changes.add(new Became(entry, event));
            case Durable.PictureChanged(var avatarUrl) ->
                    changes.add(new Change.Pictured(conversation, avatarUrl));
            case Durable.RoleChanged changed -> addRole(changes, entry, changed);
        }
    }

    private static void addRole(List<Change> changes, Entry entry, Durable.RoleChanged changed) {
        changes.add(new GaveRole(entry.conversation(), changed.member(), changed.role()));
        if (changed.role() == Role.OWNER) {
            changes.add(new GaveRole(entry.conversation(), entry.by(), Role.ADMIN));
        }
    }

    private static void addOpening(List<Change> changes, Entry entry, Durable.Created created) {
        var members = created.members();
        var conversation = entry.conversation();
        changes.add(new Opened(conversation, created.type(), created.title(), entry.at()));
        switch (created.type()) {
            case PRIVATE ->
                    changes.add(new Paired(conversation, members.getFirst(), members.getLast()));
            case PRODUCT -> {}
            case GROUP -> {
                if (created.clientId() != null) {
                    changes.add(new Change.Started(conversation, entry.by(), created.clientId()));
                }
            }
        }
    }

    private static Role roleIn(Durable.Created created, Entry entry, PersonId member) {
        return switch (created.type()) {
            case PRIVATE, PRODUCT -> Role.MEMBER;
            case GROUP -> member.equals(entry.by()) ? Role.OWNER : Role.MEMBER;
        };
    }

    private static Joined joined(Entry entry, PersonId member, Role role) {
        return new Joined(entry.conversation(), member, role, entry.seq(), entry.ord(), entry.at());
    }

    private static void addNote(List<Change> changes, Decision.Note note) {
        switch (note.event()) {
            case Personal.OwnRead(var conversation, var ord, var seq) ->
                    changes.add(new ReadTo(conversation, note.person(), ord, seq));
            case Personal.Arranged(var conversation, var arrangement, _) ->
                    changes.add(new Change.Arranged(conversation, note.person(), arrangement));
            case Personal.Cleared(var conversation, var seq, var ord) -> {
                changes.add(new ReadTo(conversation, note.person(), ord, seq));
                changes.add(new Change.Cleared(conversation, note.person(), seq));
            }
            case Personal.Blocked(var person) ->
                    changes.add(new Change.Blocked(note.person(), person));
            case Personal.Unblocked(var person) ->
                    changes.add(new Change.Unblocked(note.person(), person));
            case Personal.Hidden(var conversation, var seq) ->
                    changes.add(new HiddenFrom(note.person(), conversation, seq));
            case Personal.AddedTo _, Personal.RemovedFrom _ -> {}
        }
    }
}
