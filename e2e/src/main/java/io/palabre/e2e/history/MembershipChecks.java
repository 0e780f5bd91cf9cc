// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

import io.palabre.e2e.history.Deed.Rank;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Who may see and do what. Judged where the log says what its events did.
final class MembershipChecks {
    private MembershipChecks() {}

    static void visibility(Run run, Consumer<String> contradiction) {
        var stays = Stays.of(run);
        var people = run.people();
        for (var seen : run.all(Op.Seen.class)) {
            var entry = seen.entry();
            var person = people.getOrDefault(seen.client(), "nobody");
            if (hides(run, stays, person, entry.conversation(), entry.seq())) {
                contradiction.accept("%s is nothing for %s".formatted(seen, person));
            }
        }
        for (var shown : run.all(Op.Shown.class)) {
            var person = people.getOrDefault(shown.client(), "nobody");
            if (hides(run, stays, person, shown.conversation(), shown.message())) {
                contradiction.accept("%s is nothing for %s".formatted(shown, person));
            }
        }
    }

    private static boolean hides(
            Run run, Stays stays, String person, String conversation, long seq) {
        return run.acts().containsKey(conversation) && !stays.visible(person, conversation, seq);
    }

    /// Plays each log through the policy.
    static void authorised(Run run, Consumer<String> contradiction) {
        run.acts()
                .forEach(
                        (conversation, acts) -> replay(run.log(conversation), acts, contradiction));
    }

    private static void replay(List<Entry> log, List<Act> acts, Consumer<String> contradiction) {
        var deeds = acts.stream().collect(Collectors.toMap(Act::seq, Function.identity()));
        var ranks = new HashMap<String, Rank>();
        var authors = new HashMap<Long, String>();
        for (var entry : log) {
            var act = deeds.get(entry.seq());
            if (entry.isMessage()) authors.put(entry.seq(), entry.sender());
            var allowed =
                    act == null
                            ? !entry.isMessage() || ranks.containsKey(entry.sender())
                            : allowed(act, ranks, authors);
            if (!allowed) contradiction.accept("%s: %s might not".formatted(entry, act));
            if (act != null) carryOut(act, ranks);
        }
    }

    private static boolean allowed(Act act, Map<String, Rank> ranks, Map<Long, String> authors) {
        var rank = ranks.get(act.by());
        boolean leads = rank == Rank.ADMIN || rank == Rank.OWNER;
        return switch (act.deed()) {
            case Deed.Began(_, var members) -> ranks.isEmpty() && members.contains(act.by());
            case Deed.Joined(var members) ->
                    leads && members.stream().noneMatch(ranks::containsKey);
            case Deed.Removed(var member) ->
                    leads && (rank == Rank.OWNER || ranks.get(member) == Rank.MEMBER);
            case Deed.Left _ -> rank != null;
            case Deed.Appointed(var member, _) -> rank == Rank.OWNER && ranks.containsKey(member);
            case Deed.Edited(var message, _) ->
                    rank != null && act.by().equals(authors.get(message));
            case Deed.Deleted(var message) ->
                    rank != null && (leads || act.by().equals(authors.get(message)));
        };
    }

    private static void carryOut(Act act, Map<String, Rank> ranks) {
        switch (act.deed()) {
            case Deed.Began(var group, var members) -> {
                members.forEach(member -> ranks.put(member, Rank.MEMBER));
                if (group) ranks.put(act.by(), Rank.OWNER);
            }
            case Deed.Joined(var members) -> members.forEach(m -> ranks.put(m, Rank.MEMBER));
            case Deed.Removed(var member) -> ranks.remove(member);
            case Deed.Left(var heir) -> {
                ranks.remove(act.by());
                if (heir != null) ranks.put(heir, Rank.OWNER);
            }
            case Deed.Appointed(var member, var rank) -> {
                if (rank == Rank.OWNER) ranks.put(act.by(), Rank.ADMIN);
                ranks.put(member, rank);
            }
            case Deed.Edited _, Deed.Deleted _ -> {}
        }
    }
}
