// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

/// What is measured of a server from outside.
public enum Gauge {
    /// How much it holds while somebody does not read.
    MEMORY,
    /// What is still open after all have gone.
    AFTERWARDS,
    /// What unfinished uploads leave behind.
    LEFT_OVER
}
