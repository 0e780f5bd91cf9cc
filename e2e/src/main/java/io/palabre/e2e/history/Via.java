// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How an event reached a client.
public enum Via {
    /// Told as it happened.
    @JsonProperty("push")
    PUSH,
    /// Told on asking for what was missed.
    @JsonProperty("sync")
    SYNC,
    /// Read from the pages of the history.
    @JsonProperty("page")
    PAGE
}
