// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wiring;

import io.palabre.core.Time;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.SessionId;
import io.palabre.core.sessions.Session;
import io.palabre.server.accounts.Accounts;
import io.palabre.server.accounts.LiveSessions;
import io.palabre.server.accounts.PasswordHashes;
import io.palabre.server.accounts.Registrar;
import io.palabre.server.accounts.SetUp;
import io.palabre.server.config.Config;
import io.palabre.sql.SqliteStore;
import java.nio.file.Files;

/// The accounts of a data folder, without a server.
///
/// @param store this process's alone while it is open
public record AccountDesk(SqliteStore store, Registrar registrar) implements AutoCloseable {

    /// Opens the folder of `config`, unless a server works in it; makes it if need be.
    public static AccountDesk open(Config config, Time time) throws StartException {
        var store = Store.open(config, time, _ -> _ -> {});
        var hashes = new PasswordHashes(Runtime.getRuntime().availableProcessors());
        var policy = new Accounts.Policy(false, config.sessionLife(), new SetUp(), config.bounds());
        var kept = Store.accounts(store);
        var accounts = new Accounts(kept, hashes, policy, time);
        return new AccountDesk(store, new Registrar(kept, accounts, new NobodyHears()));
    }

    /// Opens the folder of `config` if there is a store in it.
    public static AccountDesk openExisting(Config config, Time time) throws StartException {
        if (Files.exists(Store.file(config.data()))) return open(config, time);
        throw new StartException(
                StartException.Why.NO_STORE,
                "There is no data in %s yet.".formatted(config.data().toAbsolutePath()));
    }

    @Override
    public void close() {
        store.close();
    }

    /// Without a server there are no sockets to close.
    private record NobodyHears() implements LiveSessions {
        @Override
        public void begun(Session session) {}

        @Override
        public void ended(PersonId person, SessionId session) {}
    }
}
