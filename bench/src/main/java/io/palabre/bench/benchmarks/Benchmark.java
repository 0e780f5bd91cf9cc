// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.benchmarks;

import io.palabre.bench.Stage;
import io.palabre.bench.report.Report;

/// One subject, one table or two.
public interface Benchmark {

    /// As on the command line.
    String name();

    /// One line for the help.
    String about();

    /// Runs it; whatever it started has ended when it comes back.
    Report run(Stage stage) throws Exception;
}
