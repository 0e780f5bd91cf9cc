// SPDX-License-Identifier: Apache-2.0
/// The machine: CPU time and memory of a process, which core runs what, how many files may be open.
@NullMarked
package io.palabre.bench.host;

import org.jspecify.annotations.NullMarked;
