// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Says of what was told only what is the same whenever one hears it: messages that were changed
/// without their words, and what is no message as a deed.
record Plain(Set<Place> deeds, Set<Place> changed) {
    static final String CHANGED = "(changed)";
    private static final String DEED = "(deed)";

    static Plain of(Map<String, List<Act>> acts) {
        var plain = new Plain(new HashSet<>(), new HashSet<>());
        acts.values().forEach(each -> each.forEach(plain::note));
        return plain;
    }

    private void note(Act act) {
        deeds.add(new Place(act.conversation(), act.seq()));
        switch (act.deed()) {
            case Deed.Edited(var message, _) -> changed.add(new Place(act.conversation(), message));
            case Deed.Deleted(var message) -> changed.add(new Place(act.conversation(), message));
            case Deed.Began _, Deed.Joined _, Deed.Removed _, Deed.Left _ -> {}
            case Deed.Appointed _ -> {}
        }
    }

    List<Entry> said(List<Entry> log) {
        return log.stream().map(this::said).toList();
    }

    Op said(Op op) {
        return op instanceof Op.Seen s
                ? new Op.Seen(s.nanos(), s.client(), s.connection(), s.via(), said(s.entry()))
                : op;
    }

    private Entry said(Entry e) {
        var place = Place.of(e);
        if (deeds.contains(place)) {
            return new Entry(e.conversation(), e.seq(), 0, "", null, DEED);
        }
        return changed.contains(place)
                ? new Entry(e.conversation(), e.seq(), e.ord(), e.sender(), e.cid(), CHANGED)
                : e;
    }
}
