// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.reports;

/// Why something is reported.
public enum Reason {
    SPAM,
    ABUSE,
    FRAUD,
    OTHER
}
