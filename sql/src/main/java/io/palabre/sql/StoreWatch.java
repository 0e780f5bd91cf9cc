// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import java.time.Duration;

/// Hears how the store fares, for metrics and the log of the program. Called from the store's own
/// threads; must be quick.
public interface StoreWatch {

    /// A batch was made safe.
    void written(Batch batch);

    /// The store cannot write, or somebody it told has failed.
    void fault(String what, Throwable cause);

    /// Something that takes long has come so far.
    default void progress(String what) {}

    /// One transaction.
    ///
    /// @param size how many pieces of work were in it
    /// @param waiting how many more waited behind it when it was done
    /// @param decided how long deciding and writing took
    /// @param committed how long the commit took, with its sync
    record Batch(int size, int waiting, Duration decided, Duration committed) {}

    /// One that does not listen.
    static StoreWatch none() {
        return new StoreWatch() {
            @Override
            public void written(Batch batch) {}

            @Override
            public void fault(String what, Throwable cause) {}
        };
    }
}
