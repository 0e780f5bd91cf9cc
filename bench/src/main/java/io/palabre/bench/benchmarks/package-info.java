// SPDX-License-Identifier: Apache-2.0
/// One class per benchmark: what it starts, which load it runs in interleaved rounds, which goals
/// it judges.
@NullMarked
package io.palabre.bench.benchmarks;

import org.jspecify.annotations.NullMarked;
