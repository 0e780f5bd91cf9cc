// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.conversations.Personal;
import io.palabre.core.ids.PersonId;
import io.palabre.core.people.Blocks;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Who has blocked whom: the table, kept in memory as long as it is certain what is in it. Asking
/// takes no lock; learning does.
final class SqliteBlocks implements Blocks {

    static final String ALL = "SELECT blocker, person FROM block";

    private final Readers readers;
    private volatile @Nullable Map<PersonId, Set<PersonId>> known;

    SqliteBlocks(Readers readers) {
        this.readers = readers;
    }

    @Override
    public boolean between(PersonId one, PersonId other) {
        var blocks = known();
        return blocks.getOrDefault(one, Set.of()).contains(other)
                || blocks.getOrDefault(other, Set.of()).contains(one);
    }

    @Override
    public Set<PersonId> by(PersonId person) {
        return known().getOrDefault(person, Set.of());
    }

    @Override
    public Set<PersonId> around(PersonId person) {
        var blocks = known();
        var around = new HashSet<>(blocks.getOrDefault(person, Set.of()));
        blocks.forEach(
                (other, blocked) -> {
                    if (blocked.contains(person)) {
                        around.add(other);
                    }
                });
        return around;
    }

    /// What was committed, in that order.
    synchronized void committed(List<OwnEntry> own) {
        var blocks = known;
        if (blocks != null) {
            own.forEach(entry -> follow(blocks, entry));
        }
    }

    /// What stands in the file is in doubt: it is read again.
    synchronized void forget() {
        known = null;
    }

    private static void follow(Map<PersonId, Set<PersonId>> blocks, OwnEntry own) {
        switch (own.event()) {
            case Personal.Blocked(var person) ->
                    blocks.merge(own.person(), Set.of(person), SqliteBlocks::union);
            case Personal.Unblocked(var person) ->
                    blocks.computeIfPresent(own.person(), (_, all) -> without(all, person));
            case Personal.AddedTo _,
                    Personal.RemovedFrom _,
                    Personal.OwnRead _,
                    Personal.Hidden _,
                    Personal.Arranged _,
                    Personal.Cleared _ -> {}
        }
    }

    private Map<PersonId, Set<PersonId>> known() {
        var blocks = known;
        return blocks == null ? load() : blocks;
    }

    private synchronized Map<PersonId, Set<PersonId>> load() {
        var blocks = known;
        if (blocks == null) {
            blocks = readers.read(SqliteBlocks::read);
            known = blocks;
        }
        return blocks;
    }

    private static Map<PersonId, Set<PersonId>> read(Db db) throws SQLException {
        var blocks = new ConcurrentHashMap<PersonId, Set<PersonId>>();
        db.list(ALL, row -> Map.entry(row.person(1), Set.of(row.person(2))))
                .forEach(pair -> blocks.merge(pair.getKey(), pair.getValue(), SqliteBlocks::union));
        return blocks;
    }

    private static Set<PersonId> union(Set<PersonId> some, Set<PersonId> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }

    private static Set<PersonId> without(Set<PersonId> all, PersonId person) {
        var rest = new HashSet<>(all);
        rest.remove(person);
        return Set.copyOf(rest);
    }
}
