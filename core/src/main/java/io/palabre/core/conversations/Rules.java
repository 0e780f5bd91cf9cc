// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.ids.Ids;
import java.time.Instant;

/// Decides every command. The same facts, command and time give the same decision; only a new
/// conversation's name is made.
public final class Rules {

    private final Starting starting;
    private final Posting posting;
    private final Editing editing;
    private final Deleting deleting;
    private final Membership membership;
    private final Arranging arranging;
    private final Blocking blocking;
    private final Describing describing;

    public Rules(Limits limits, Ids ids, Fingerprints fingerprints) {
        starting = new Starting(limits, ids);
        posting = new Posting(limits, fingerprints);
        editing = new Editing(limits);
        deleting = new Deleting(limits);
        membership = new Membership(limits);
        arranging = new Arranging(limits);
        blocking = new Blocking(limits);
        describing = new Describing(limits);
    }

    public Decision decide(Facts facts, Command command, Instant now) {
        return switch (command) {
            case Command.StartPrivate c -> starting.decide(facts, c, now);
            case Command.StartAbout c -> starting.decide(facts, c, now);
            case Command.StartGroup c -> starting.decide(facts, c, now);
            case Command.Post c -> posting.decide(facts, c, now);
            case Command.Forward c -> new Forwarding(posting).decide(facts, c, now);
            case Command.Edit c -> editing.decide(facts, c, now);
            case Command.Delete c -> deleting.decide(facts, c, now);
            case Command.Hide c -> Deleting.decide(facts, c);
            case Command.React c -> Reacting.decide(facts, c, now);
            case Command.Unreact c -> Reacting.decide(facts, c, now);
            case Command.Pin c -> Pinning.decide(facts, c, now);
            case Command.Unpin c -> Pinning.decide(facts, c, now);
            case Command.MarkRead c -> Reading.decide(facts, c);
            case Command.Arrange c -> arranging.decide(facts, c, now);
            case Command.Clear c -> Arranging.decide(facts, c);
            case Command.AddMembers c -> membership.decide(facts, c, now);
            case Command.RemoveMember c -> membership.decide(facts, c, now);
            case Command.Leave c -> membership.decide(facts, c, now);
            case Command.Block c -> blocking.decide(facts, c);
            case Command.Unblock c -> Blocking.decide(facts, c);
            case Command.Describe c -> describing.decide(facts, c, now);
            case Command.GiveRole c -> Appointing.decide(facts, c, now);
        };
    }
}
