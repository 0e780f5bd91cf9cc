// SPDX-License-Identifier: Apache-2.0
/// Loss of power without losing it. A [Recording] is all that a process did to its files, call by
/// call; a [Platter] takes in one [Call] after another and says what a disk that keeps no more than
/// it must would hold had the power gone then: of each file what a sync covered, of each folder the
/// names that a sync of the folder covered, and of the rest nothing, or what chance wants.
@NullMarked
package io.palabre.e2e.disk;

import org.jspecify.annotations.NullMarked;
