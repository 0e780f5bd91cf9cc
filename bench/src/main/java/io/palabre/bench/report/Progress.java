// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.report;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

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
        out.printf("%4d s  %s%n", seconds(), what);
    }

    private long seconds() {
        return (System.nanoTime() - began) / 1_000_000_000;
    }

    /// A bar for what takes long, of which some is perhaps done already.
    public Bar bar(String what, long done, long all) {
        return new Bar(what, done, all);
    }

    /// How far something is, how fast it goes and how long it will take: drawn anew in its line on
    /// a terminal, a line from time to time elsewhere.
    public final class Bar implements AutoCloseable {
        private static final int WIDTH = 24;
        private static final boolean TERMINAL =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        private static final long BETWEEN = (TERMINAL ? 1 : 15) * 1_000_000_000L;

        private final String what;
        private final long before;
        private final long all;
        private final long since = System.nanoTime();
        private long shownAt = since;
        private boolean shown;

        private Bar(String what, long done, long all) {
            this.what = what;
            before = done;
            this.all = all;
        }

        /// So much is done.
        public void at(long done) {
            var now = System.nanoTime();
            if (now - shownAt < BETWEEN && done < all) return;
            shownAt = now;
            shown = true;
            var rate = (done - before) * 1e9 / (now - since);
            var line =
                    "%s %,d of %,d %s, %,.0f/s, %s left"
                            .formatted(
                                    filled((int) (WIDTH * done / all)),
                                    done,
                                    all,
                                    what,
                                    rate,
                                    time((long) ((all - done) / rate)));
            out.printf(TERMINAL ? "\r%4d s  %s  " : "%4d s  %s%n", seconds(), line);
        }

        private static String filled(int cells) {
            return "[" + "#".repeat(cells) + ".".repeat(WIDTH - cells) + "]";
        }

        private static String time(long seconds) {
            return seconds < 120 ? seconds + " s" : seconds / 60 + " min";
        }

        @Override
        public void close() {
            if (shown && TERMINAL) out.println();
        }
    }
}
