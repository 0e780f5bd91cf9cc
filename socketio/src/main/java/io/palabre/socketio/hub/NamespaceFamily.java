// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Namespaces made by pattern: each exists while some client is in it or about to be.
final class NamespaceFamily {
    private final Predicate<String> names;
    private final BiFunction<String, Rules, LiveNamespace> make;
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

    /// @param make makes a namespace of a name, with these rules
    NamespaceFamily(Predicate<String> names, BiFunction<String, Rules, LiveNamespace> make) {
        this.names = names;
        this.make = make;
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
            var member = members.computeIfAbsent(name, n -> new Member(make.apply(n, rules)));
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

    /// The namespace of that name, if it exists now.
    Optional<LiveNamespace> find(String name) {
        synchronized (members) {
            return Optional.ofNullable(members.get(name)).map(member -> member.namespace);
        }
    }

    private List<LiveNamespace> namespaces() {
        synchronized (members) {
            return members.values().stream().map(member -> member.namespace).toList();
        }
    }
}
