// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.log;

import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Intervals;
import io.palabre.core.conversations.Outcome;
import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// The numbered logs of all conversations and of all people. Every method may block and is meant
/// for virtual threads; every one may throw [Unavailable].
public interface Log {

    /// Decides a command and, if it is accepted, appends what follows from it, all in one
    /// transaction; answers when that is on disk.
    Outcome commit(Command command);

    /// Which history this is.
    Epoch epoch();

    /// The last number of each of these conversations; those that do not exist are left out. Costs
    /// nothing for conversations of late.
    Map<ConversationId, Long> heads(Set<ConversationId> conversations);

    /// The entries behind number `seq`, for nobody in particular.
    List<Entry> after(ConversationId conversation, long seq, int limit);

    /// What a person may see of conversations behind the numbers they have, up to the last there
    /// are; without those of which they never were a member.
    Map<ConversationId, Missed> missed(PersonId reader, Map<ConversationId, Long> held);

    /// The entries with these numbers, rising, for nobody in particular.
    Map<ConversationId, List<Entry>> entries(Map<ConversationId, Intervals> parts);

    /// The last number of a person's own log, 0 when it is empty.
    long ownHead(PersonId person);

    /// The entries of a person's own log behind number `seq`.
    List<OwnEntry> ownAfter(PersonId person, long seq, int limit);

    /// Hands over the conversations of which a person is a member now, at exactly that place in the
    /// order of commits: everything before it was told to [Committed], nothing after it was.
    /// Returns when `then` has run; it runs where [Committed] is called and must not block.
    void atMembership(PersonId person, Consumer<Set<ConversationId>> then);
}
