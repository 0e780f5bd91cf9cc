// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

/// A promise that was not kept.
public record Violation(Invariant invariant, String what) {
    @Override
    public String toString() {
        return "%s (%s) %s".formatted(invariant, invariant.promise(), what);
    }
}
