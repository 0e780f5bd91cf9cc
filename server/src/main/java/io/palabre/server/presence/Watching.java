// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.presence;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.people.People;
import io.palabre.core.presence.Sighting;
import io.palabre.core.presence.WatchAnswer;
import io.palabre.core.presence.WatchRules;
import io.palabre.server.accounts.Probes;
import io.palabre.server.edge.Client;
import io.palabre.server.wire.PresenceShape;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Whom sockets watch: those they ask for, and those they have on screen, as long as nobody keeps
/// anybody away.
public final class Watching {
    private final Turn turn;
    private final Watchers watchers;
    private final People people;
    private final Probes probes;

    Watching(Turn turn, Watchers watchers, People people, Probes probes) {
        this.turn = turn;
        this.watchers = watchers;
        this.people = people;
        this.probes = probes;
    }

    /// From now on a socket watches these people, those it has on screen, and no others. It hears
    /// how they are before it hears of any change.
    WatchAnswer watch(Client client, Set<PersonId> wanted) {
        int most = WatchRules.STANDARD.most();
        if (wanted.size() > most) return new WatchAnswer.TooMany(most);
        var known = people.byIds(wanted);
        Predicate<PersonId> exists =
                id -> !wanted.contains(id) || known.containsKey(id) || probes.isProbe(id);
        return turn.ask(() -> watchers.watch(client, wanted, exists));
    }

    /// A socket has a conversation with these people on screen: it watches them too.
    public void look(Client client, ConversationId conversation, Set<PersonId> members) {
        turn.change(() -> watchers.look(client, conversation, members));
    }

    /// A socket has a conversation on screen no longer.
    public void lookAway(Client client, ConversationId conversation) {
        turn.change(() -> watchers.lookAway(client, conversation));
    }

    /// People came into a conversation: who has it on screen watches them too.
    public void came(ConversationId conversation, Set<PersonId> comers) {
        turn.change(() -> watchers.came(conversation, comers));
    }

    /// Somebody left a conversation: they look at it no longer, and who does not at them.
    public void went(ConversationId conversation, PersonId leaver) {
        turn.change(() -> watchers.went(conversation, leaver));
    }

    /// Somebody keeps somebody away: neither sees how the other is.
    public void sever(PersonId one, PersonId other) {
        turn.change(() -> watchers.sever(one, other));
    }

    /// Somebody keeps somebody away no longer: if neither does, those of their sockets that have
    /// reason to watch the other do so again.
    public void mend(PersonId one, PersonId other) {
        turn.change(() -> watchers.mend(one, other));
    }

    /// What a watcher is told at first.
    List<PresenceShape> shapes(List<Sighting> sightings) {
        return watchers.shapes(sightings);
    }
}
