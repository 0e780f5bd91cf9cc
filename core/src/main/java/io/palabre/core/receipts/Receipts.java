// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.receipts;

import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Up to where the devices of members have got what was said: cursors that only grow. They are in
/// no log, and who reads has got it too. Every method may block and may throw
/// [io.palabre.core.log.Unavailable].
public interface Receipts {

    /// Moves the cursors of those who are members; answers what has moved.
    List<Moved> deliver(Collection<Mark> marks);

    /// How far a person has read where others were not shown that, now are, and have not been told
    /// since. Each is handed out once, at most 500 at a time.
    List<Moved> letGo(PersonId person);

    /// Whom a message has reached; empty unless it is one that the reader may see and is a member
    /// of its conversation.
    ///
    /// @param limit how many receipts at most; the counts are of all
    Optional<Reach> of(PersonId reader, MessageId message, int limit);
}
