// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A run that is over: what was done and heard, in the order of time, and how it ended. The words
/// of messages that were changed are left out of what was told, since they depend on when one heard
/// them: what [Op.Shown] says of them is judged apart.
///
/// @param logs each conversation's events as they finally stand, in the order they were read
/// @param followers who should have what
/// @param acts what the events of each conversation did; where that is not known, there is no list
public record Run(
        List<Op> ops,
        Map<String, List<Entry>> logs,
        List<Follower> followers,
        Map<String, List<Act>> acts) {
    public Run {
        acts = Map.copyOf(acts);
        var plain = Plain.of(acts);
        ops = ops.stream().map(plain::said).toList();
        logs =
                logs.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, log -> plain.said(log.getValue())));
        followers = List.copyOf(followers);
    }

    /// A run of which only what was said is known.
    public Run(List<Op> ops, Map<String, List<Entry>> logs, List<Follower> followers) {
        this(ops, logs, followers, Map.of());
    }

    /// The operations of one kind, in the order of time.
    <T extends Op> List<T> all(Class<T> kind) {
        return ops.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<Entry> log(String conversation) {
        return logs.getOrDefault(conversation, List.of());
    }

    /// All events of all conversations.
    List<Entry> entries() {
        return logs.values().stream().flatMap(List::stream).toList();
    }

    /// Whose each client is.
    Map<String, String> people() {
        return all(Op.Connected.class).stream()
                .collect(Collectors.toMap(Op.Connected::client, Op.Connected::person, (a, _) -> a));
    }
}
