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
    private volatile @Nullable Pairs known;

    /// Who has blocked whom, and by whom each is blocked.
    private record Pairs(Map<PersonId, Set<PersonId>> by, Map<PersonId, Set<PersonId>> of) {

        Pairs() {
            this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }

        Set<PersonId> blockedBy(PersonId person) {
            return by.getOrDefault(person, Set.of());
        }

        void add(PersonId blocker, PersonId person) {
            put(by, blocker, person);
            put(of, person, blocker);
        }

        void remove(PersonId blocker, PersonId person) {
            take(by, blocker, person);
            take(of, person, blocker);
        }

        private static void put(
                Map<PersonId, Set<PersonId>> sets, PersonId owner, PersonId person) {
            sets.computeIfAbsent(owner, _ -> ConcurrentHashMap.newKeySet()).add(person);
        }

        private static void take(
                Map<PersonId, Set<PersonId>> sets, PersonId owner, PersonId person) {
            sets.computeIfPresent(
                    owner,
                    (_, people) -> {
                        people.remove(person);
                        return people.isEmpty() ? null : people;
                    });
        }
    }

    SqliteBlocks(Readers readers) {
        this.readers = readers;
    }

    @Override
    public boolean between(PersonId one, PersonId other) {
        var blocks = known();
        return blocks.blockedBy(one).contains(other) || blocks.blockedBy(other).contains(one);
    }

    @Override
    public Set<PersonId> by(PersonId person) {
        return Set.copyOf(known().blockedBy(person));
    }

    @Override
    public Set<PersonId> around(PersonId person) {
        var blocks = known();
        return union(blocks.blockedBy(person), blocks.of().getOrDefault(person, Set.of()));
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

    private static void follow(Pairs blocks, OwnEntry own) {
        switch (own.event()) {
            case Personal.Blocked(var person) -> blocks.add(own.person(), person);
            case Personal.Unblocked(var person) -> blocks.remove(own.person(), person);
            case Personal.AddedTo _,
                    Personal.RemovedFrom _,
                    Personal.OwnRead _,
                    Personal.Hidden _,
                    Personal.Arranged _,
                    Personal.Cleared _ -> {}
        }
    }

    private Pairs known() {
        var blocks = known;
        return blocks == null ? load() : blocks;
    }

    private synchronized Pairs load() {
        var blocks = known;
        if (blocks == null) {
            blocks = readers.read(SqliteBlocks::read);
            known = blocks;
        }
        return blocks;
    }

    private static Pairs read(Db db) throws SQLException {
        var blocks = new Pairs();
        db.list(ALL, row -> Map.entry(row.person(1), row.person(2)))
                .forEach(pair -> blocks.add(pair.getKey(), pair.getValue()));
        return blocks;
    }

    private static Set<PersonId> union(Set<PersonId> some, Set<PersonId> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }
}
