// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Namespaces made by pattern: each exists while some client is in it or about to be.
final class NamespaceFamily {
    private final Predicate<String> names;
    private final Lanes lanes;
    private final Function<String, @Nullable Memory> memories;
    private final Rules rules = new Rules();
    private final Map<String, Member> members = new HashMap<>();
    private final NamespaceFace face = new NamespaceFace("*", rules, this::namespaces);

    private static final class Member {
        final LiveNamespace namespace;
        int sockets;

        Member(LiveNamespace namespace) {
            this.namespace = namespace;
        }
    }

    NamespaceFamily(
            Predicate<String> names, Lanes lanes, Function<String, @Nullable Memory> memories) {
        this.memories = memories;
        this.names = names;
        this.lanes = lanes;
    }

    NamespaceFace face() {
        return face;
    }

    /// The namespace of that name for one more socket, or null if it is none of this family.
    @Nullable LiveNamespace enter(String name) {
        if (!names.test(name)) {
            return null;
        }
        synchronized (members) {
            var member =
                    members.computeIfAbsent(
                            name,
                            n -> new Member(new LiveNamespace(n, rules, lanes, memories.apply(n))));
            member.sockets++;
            return member.namespace;
        }
    }

    /// A socket left; does nothing for a namespace of another family.
    void leave(LiveNamespace namespace) {
        synchronized (members) {
            var member = members.get(namespace.name());
            if (member != null && member.namespace.equals(namespace) && --member.sockets == 0) {
                members.remove(namespace.name());
            }
        }
    }

    private List<LiveNamespace> namespaces() {
        synchronized (members) {
            return members.values().stream().map(member -> member.namespace).toList();
        }
    }
}
