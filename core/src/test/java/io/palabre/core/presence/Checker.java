// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import java.util.ArrayList;
import java.util.List;

/// Holds what was told against the truth: what is shown was true not longer ago than the bound of
/// what happened since, unknown is shown only where beats did not come, and nobody is shown offline
/// who was away for a moment.
final class Checker {

    private static final long FLAP = 1_500;
    private static final long SEEN_WITHIN = 6_000;
    private static final long NODE_GONE_WITHIN = 10_000;
    private static final long HEALED_WITHIN = 5_000;

    /// So soon others may show the people of a node as gone that they do not hear: 7 s after its
    /// last beat, two that were lost before, and the time to confirm it.
    private static final long GIVEN_UP_AFTER = 5_100;

    private final Truth truth;
    private final long end;

    Checker(Truth truth, long end) {
        this.truth = truth;
        this.end = end;
    }

    List<String> violations(List<Told> all) {
        var violations = new ArrayList<String>();
        for (var told : all) {
            for (var wrong : wrong(told)) {
                violations.add("%s but wrong in %s".formatted(told, wrong));
            }
        }
        return violations;
    }

    private List<Span> wrong(Told told) {
        var excused = new ArrayList<>(allowed(told));
        truth.troublesOf(told.node(), Truth.Fault.PAUSE)
                .forEach(pause -> excused.add(pause.span().longer(1_500)));
        return told.span().without(excused);
    }

    private List<Span> allowed(Told told) {
        return switch (told.shown()) {
            case UNKNOWN -> truth.unsure.get(told.node());
            case OFFLINE -> offline(told);
            case IDLE, AVAILABLE, AWAY, BUSY -> online(told);
        };
    }

    private List<Span> online(Told told) {
        var allowed = new ArrayList<Span>();
        for (var mood : truth.moods.get(told.person())) {
            if (mood.shown() == told.shown()) {
                for (var stay : truth.stays.get(told.person())) {
                    allowed.add(seen(told.node(), stay, mood));
                }
            }
        }
        return allowed;
    }

    /// How long a stay in one mood may be seen.
    private Span seen(int watching, Truth.Stay stay, Truth.Mood mood) {
        var both = stay.span().within(mood.span());
        var moodSeen = mood.span().longer(NODE_GONE_WITHIN);
        var staySeen = new Span(stay.span().from(), lastSeen(watching, stay));
        var seen = staySeen.within(moodSeen);
        return both.isEmpty() && !staySeen.overlaps(mood.span()) ? new Span(0, 0) : seen;
    }

    private long lastSeen(int watching, Truth.Stay stay) {
        var gone = stay.span().to();
        var last = gone + stay.going().bound;
        var troubles = new ArrayList<>(truth.troublesOf(stay.node(), null));
        troubles.addAll(truth.troublesOf(watching, Truth.Fault.CUT));
        for (var trouble : troubles) {
            if (trouble.span().longer(1).overlaps(new Span(gone, last))) {
                last = Math.max(last, over(trouble));
            }
        }
        return last;
    }

    /// When what happened before or while there was trouble is known to all.
    private static long over(Truth.Trouble trouble) {
        var givenUp = trouble.span().from() + NODE_GONE_WITHIN;
        return switch (trouble.fault()) {
            case KILL -> givenUp;
            case PAUSE, CUT -> Math.min(givenUp, trouble.span().to() + HEALED_WITHIN);
        };
    }

    private List<Span> offline(Told told) {
        var hidden = hidden(told.person());
        var sure = new ArrayList<Span>();
        var unsure = new ArrayList<Span>();
        for (var stay : truth.stays.get(told.person())) {
            var cutOff = cutOff(stay);
            cutOff.addAll(unheardByTheCut(told.node(), stay));
            sure.addAll(stay.span().without(cutOff));
            unsure.addAll(cutOff);
        }
        var allowed = new ArrayList<Span>();
        for (var gap : withoutStays(told.person(), hidden)) {
            if (gap.length() > FLAP
                    || loggedOut(told.person(), gap)
                    || watcherWasCut(told.node(), gap)) {
                allowed.add(gap.longer(SEEN_WITHIN));
            }
        }
        hidden.forEach(span -> allowed.add(new Span(span.from(), hiddenUntil(told, span))));
        unsure.stream()
                .flatMap(span -> span.without(sure).stream())
                .forEach(span -> allowed.add(span.longer(NODE_GONE_WITHIN)));
        return allowed;
    }

    /// How long somebody who shows themselves again may look hidden.
    private long hiddenUntil(Told told, Span hidden) {
        var shown = new Span(hidden.to(), hidden.to() + SEEN_WITHIN);
        return truth.stays.get(told.person()).stream()
                .filter(stay -> stay.span().overlaps(shown))
                .flatMap(stay -> truth.troublesOf(stay.node(), null).stream())
                .filter(trouble -> trouble.span().overlaps(shown))
                .mapToLong(Checker::over)
                .reduce(shown.to(), Math::max);
    }

    private List<Span> hidden(int person) {
        return truth.moods.get(person).stream()
                .filter(mood -> mood.shown() == Availability.OFFLINE)
                .map(Truth.Mood::span)
                .toList();
    }

    private List<Span> withoutStays(int person, List<Span> hidden) {
        var there = new ArrayList<>(hidden);
        truth.stays.get(person).forEach(stay -> there.add(stay.span()));
        return new Span(0, end).without(there);
    }

    private boolean loggedOut(int person, Span gap) {
        return truth.stays.get(person).stream()
                .filter(stay -> stay.span().to() == gap.from())
                .anyMatch(stay -> stay.going() == Truth.Going.LOGGED_OUT);
    }

    private boolean watcherWasCut(int node, Span gap) {
        return truth.troublesOf(node, Truth.Fault.CUT).stream()
                .anyMatch(cut -> cut.span().overlaps(gap.longer(SEEN_WITHIN)));
    }

    /// When others may believe that a device is not there, since they do not hear its node.
    private List<Span> cutOff(Truth.Stay stay) {
        var spans = new ArrayList<Span>();
        for (var trouble : truth.troublesOf(stay.node(), null)) {
            var span = trouble.span();
            var unheard = stay.span().from() > span.from() - FLAP;
            var from = unheard ? stay.span().from() : span.from() + GIVEN_UP_AFTER;
            spans.add(new Span(from, span.to()).within(stay.span().longer(FLAP)));
        }
        spans.removeIf(Span::isEmpty);
        return spans;
    }

    /// A node that is cut off does not know yet, and cannot hear who came elsewhere.
    private List<Span> unheardByTheCut(int watching, Truth.Stay stay) {
        return truth.troublesOf(watching, Truth.Fault.CUT).stream()
                .map(Truth.Trouble::span)
                .filter(cut -> watching != stay.node())
                .filter(cut -> stay.span().from() > cut.from() - FLAP)
                .map(cut -> cut.within(stay.span()))
                .filter(span -> !span.isEmpty())
                .toList();
    }
}
