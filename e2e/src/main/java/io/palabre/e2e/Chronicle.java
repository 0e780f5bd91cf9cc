// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e;

import io.palabre.core.conversations.ConversationType;
import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Role;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.log.Log;
import io.palabre.e2e.history.Act;
import io.palabre.e2e.history.Deed;
import io.palabre.e2e.history.Entry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A log of the product, told in the words of a history.
///
/// @param acts what its events did, messages aside
public record Chronicle(List<Entry> entries, List<Act> acts) {
    private static final int PAGE = 1_000;

    public Chronicle {
        entries = List.copyOf(entries);
        acts = List.copyOf(acts);
    }

    /// All of one conversation.
    public static Chronicle of(Log log, ConversationId conversation) {
        var entries = new ArrayList<Entry>();
        var acts = new ArrayList<Act>();
        var last = 0L;
        for (var page = log.after(conversation, last, PAGE);
                !page.isEmpty();
                page = log.after(conversation, last, PAGE)) {
            for (var entry : page) {
                entries.add(told(entry));
                var deed = deed(entry.event());
                if (deed != null) acts.add(act(entry, deed));
            }
            last = page.getLast().seq();
        }
        return new Chronicle(entries, acts);
    }

    /// An event as whoever hears it writes it down.
    public static Entry told(io.palabre.core.conversations.Entry entry) {
        var where = entry.conversation().toString();
        var by = entry.by().toString();
        return entry.event() instanceof Durable.Posted(var cid, var content)
                ? new Entry(where, entry.seq(), entry.ord(), by, cid.text(), content.text())
                : new Entry(where, entry.seq(), 0, by, null, entry.event().toString());
    }

    private static Act act(io.palabre.core.conversations.Entry entry, Deed deed) {
        return new Act(entry.conversation().toString(), entry.seq(), entry.by().toString(), deed);
    }

    private static @Nullable Deed deed(Durable event) {
        return switch (event) {
            case Durable.Created created ->
                    new Deed.Began(
                            created.type() == ConversationType.GROUP, names(created.members()));
            case Durable.MembersAdded(var members) -> new Deed.Joined(names(members));
            case Durable.MemberRemoved(var member) -> new Deed.Removed(member.toString());
            case Durable.MemberLeft(var heir) ->
                    new Deed.Left(heir == null ? null : heir.toString());
            case Durable.RoleChanged(var member, var role) ->
                    new Deed.Appointed(member.toString(), rank(role));
            case Durable.Edited(var message, var text, _) ->
                    new Deed.Edited(message, text.isEmpty() ? null : text);
            case Durable.Deleted(var message) -> new Deed.Deleted(message);
            case Durable.Posted _, Durable.Renamed _, Durable.PictureChanged _ -> null;
            case Durable.Reacted _, Durable.Unreacted _ -> null;
            case Durable.Pinned _, Durable.Unpinned _ -> null;
        };
    }

    private static Deed.Rank rank(Role role) {
        return switch (role) {
            case OWNER -> Deed.Rank.OWNER;
            case ADMIN -> Deed.Rank.ADMIN;
            case MEMBER -> Deed.Rank.MEMBER;
        };
    }

    private static List<String> names(List<PersonId> people) {
        return people.stream().map(PersonId::toString).toList();
    }
}
