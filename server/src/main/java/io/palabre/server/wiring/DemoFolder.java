// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wiring;

import io.palabre.core.Time;
import io.palabre.server.accounts.PasswordHashes;
import io.palabre.server.config.Config;
import io.palabre.server.demo.Demo;
import io.palabre.server.demo.PastTime;

/// Fills the folder of a demo, the first time.
public final class DemoFolder {
    private DemoFolder() {}

    /// Opens the folder under a clock that can be set back, plays the demo if there is nobody yet,
    /// and closes it again.
    public static void fill(Config config, Time time) throws StartException {
        var past = new PastTime(time);
        try (var store = Store.open(config.data(), past, _ -> _ -> {})) {
            var hashes = new PasswordHashes(Runtime.getRuntime().availableProcessors());
            new Demo(Store.accounts(store), store.log(), hashes, past).play();
        }
    }
}
