// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.log;

import io.palabre.core.ids.Ulid;

/// Names one history of the log. It changes when the past may have changed: after a restored
/// backup, for one.
public record Epoch(Ulid ulid) {

    @Override
    public String toString() {
        return ulid.toString();
    }
}
