// SPDX-License-Identifier: Apache-2.0
/// From samples to something to read: medians, tables, goals, and facts about the machine.
@NullMarked
package io.palabre.bench.report;

import org.jspecify.annotations.NullMarked;
