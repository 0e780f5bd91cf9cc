// SPDX-License-Identifier: Apache-2.0
/// What networks and disks do to programs: a [FaultProxy] loses, holds up and cuts what passes
/// through it, each [Way] apart; a [FullDisk] lets a process write no more, and a [Tracer] makes
/// its disk slow or broken, kills it between a write and its sync, and writes down all it writes.
@NullMarked
package io.palabre.e2e.faults;

import org.jspecify.annotations.NullMarked;
