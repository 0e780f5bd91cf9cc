// SPDX-License-Identifier: Apache-2.0
/// The contract suites against real files, and what only a file can show.
@NullMarked
package io.palabre.sql;

import org.jspecify.annotations.NullMarked;
