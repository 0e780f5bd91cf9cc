// SPDX-License-Identifier: Apache-2.0
/// What networks and disks do to programs: a [FaultProxy] loses, holds up and cuts what passes
/// through it, each [Way] apart; a [FullDisk] lets a process write no more.
@NullMarked
package io.palabre.e2e.faults;

import org.jspecify.annotations.NullMarked;
