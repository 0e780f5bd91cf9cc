// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wiring;

import io.palabre.core.Time;
import io.palabre.core.people.Person;
import io.palabre.server.accounts.Accounts;
import io.palabre.server.accounts.PasswordHashes;
import io.palabre.server.accounts.SetUp;
import io.palabre.server.config.Config;
import io.palabre.sql.SqliteStore;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The accounts of a data folder, without a server.
///
/// @param store this process's alone while it is open
public record AccountDesk(SqliteStore store, Accounts accounts) implements AutoCloseable {
    private static final int AT_ONCE = 500;

    /// Opens the folder of `config`, unless a server works in it.
    public static AccountDesk open(Config config, Time time) throws StartException {
        var store = Store.open(config.data(), time, _ -> _ -> {});
        var hashes = new PasswordHashes(Runtime.getRuntime().availableProcessors());
        var policy = new Accounts.Policy(false, config.sessionLife(), new SetUp());
        return new AccountDesk(store, new Accounts(Store.accounts(store), hashes, policy, time));
    }

    /// Everyone, by name.
    public Stream<Person> everyone() {
        var people = store.people();
        var all = new ArrayList<Person>();
        @Nullable String from = null;
        do {
            var page = people.search("", from, AT_ONCE);
            all.addAll(page.people());
            from = page.next();
        } while (from != null);
        return all.stream();
    }

    @Override
    public void close() {
        store.close();
    }
}
