// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e;

import io.palabre.e2e.clients.Person;
import io.palabre.e2e.clients.Rest;
import java.util.List;

/// Three people, and the two groups that all of them are in.
public record Trio(Rest rest, Person ann, Person bob, Person cat, List<String> conversations) {
    /// The number of the event that makes a conversation; messages come after it.
    public static final long BEGINNING = 1;

    /// Registers them and makes their groups.
    public static Trio in(Scene scene) {
        var rest = scene.rest();
        var ann = rest.register("ann");
        var bob = rest.register("bob");
        var cat = rest.register("cat");
        var first = rest.group(ann, "first", List.of(bob, cat));
        var second = rest.group(bob, "second", List.of(ann, cat));
        return new Trio(rest, ann, bob, cat, List.of(first, second));
    }

    /// The last number of a conversation.
    public long head(String conversation) {
        var path = "/api/conversations/" + conversation;
        return rest.get(ann, path).body().at("/conversation/lastSeq").asLong();
    }
}
