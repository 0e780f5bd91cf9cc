// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.report;

import java.io.PrintStream;

/// One line a step, apart from the tables.
public final class Progress {

    private final PrintStream out;
    private final long began = System.nanoTime();

    /// Onto `out`.
    public Progress(PrintStream out) {
        this.out = out;
    }

    /// Says what is being done now.
    public void say(String what) {
        out.printf("%4d s  %s%n", (System.nanoTime() - began) / 1_000_000_000, what);
    }
}
