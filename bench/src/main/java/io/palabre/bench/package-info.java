// SPDX-License-Identifier: Apache-2.0
/// Measures Palabre beside its peers on this machine and prints ratios. [Bench] is the command
/// line; `benchmarks` has one class per table; `peers` starts what is measured, as child processes;
/// `load` makes the traffic; `host` reads costs from the operating system; `report` makes medians,
/// tables and verdicts.
@NullMarked
package io.palabre.bench;

import org.jspecify.annotations.NullMarked;
