// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wiring;

import io.palabre.core.Time;
import io.palabre.core.ids.RandomIds;
import io.palabre.core.log.Committed;
import io.palabre.core.log.Log;
import io.palabre.server.accounts.AccountStore;
import io.palabre.server.config.Config;
import io.palabre.sql.Backup;
import io.palabre.sql.SqliteStore;
import io.palabre.sql.StoreOptions;
import io.palabre.sql.UnusableDataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.function.Function;

/// Opens data folders.
public final class Store {
    private Store() {}

    /// Opens a data folder, which is this process's alone until the store is closed.
    ///
    /// @param told makes from the log what hears of all that is committed
    public static SqliteStore open(Config config, Time time, Function<Log, Committed> told)
            throws StartException {
        try {
            return SqliteStore.open(config.data(), options(config, time), told);
        } catch (UnusableDataFolder.InUse e) {
            throw new StartException(StartException.Why.FOLDER_IN_USE, e);
        } catch (UnusableDataFolder e) {
            throw new StartException(StartException.Why.FOLDER_UNUSABLE, e);
        }
    }

    /// Copies a data folder, also while a server works in it.
    public static void backUp(Path folder, Path into) throws StartException, IOException {
        if (!Files.exists(file(folder))) {
            throw new StartException(
                    StartException.Why.NO_STORE,
                    "There is no data in %s yet.".formatted(folder.toAbsolutePath()));
        }
        Backup.make(folder, into);
    }

    /// Makes a data folder out of a backup; its history counts as another one.
    public static void restore(Path backup, Path folder, Time time) throws IOException {
        Backup.restore(backup, folder, new RandomIds(time, new SecureRandom()));
    }

    /// Where the data of a folder lies, if it has any.
    static Path file(Path folder) {
        return SqliteStore.file(folder);
    }

    private static StoreOptions options(Config config, Time time) {
        var usual = StoreOptions.standard();
        var limits = usual.limits().within(config.editWindow(), config.deleteWindow());
        return new StoreOptions(time, usual.random(), limits, usual.readers(), new StoreLines());
    }

    /// The part of it that keeps accounts.
    public static AccountStore accounts(SqliteStore store) {
        return new AccountStore(store.people(), store.passwords(), store.sessions());
    }
}
