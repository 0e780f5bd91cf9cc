// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was done to the people and the nodes, as it happened.
final class Truth {

    /// Until when it may look as if somebody were there who went so.
    enum Going {
        CLOSED(6_000),
        LOGGED_OUT(6_000),
        CABLE_PULLED(22_000),
        NODE_KILLED(10_000),
        FENCED(10_000);

        final long bound;

        Going(long bound) {
            this.bound = bound;
        }
    }

    enum Fault {
        KILL,
        PAUSE,
        CUT
    }

    /// A device that was there.
    record Stay(int node, Span span, Going going) {}

    record Trouble(Fault fault, int node, Span span) {}

    /// One state of a person's wish.
    record Mood(Availability shown, Span span) {}

    final List<List<Stay>> stays = new ArrayList<>();
    final List<List<Mood>> moods = new ArrayList<>();
    final List<Trouble> troubles = new ArrayList<>();

    /// When a node could not be sure of the others: their beats, or its own, did not come.
    final List<List<Span>> unsure = new ArrayList<>();

    Truth(int people, int nodes) {
        for (var i = 0; i < people; i++) {
            stays.add(new ArrayList<>());
            moods.add(new ArrayList<>());
        }
        for (var i = 0; i < nodes; i++) {
            unsure.add(new ArrayList<>());
        }
    }

    List<Trouble> troublesOf(int node, @Nullable Fault fault) {
        return troubles.stream()
                .filter(trouble -> trouble.node() == node)
                .filter(trouble -> fault == null || trouble.fault() == fault)
                .toList();
    }
}
