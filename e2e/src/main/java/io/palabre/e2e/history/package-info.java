// SPDX-License-Identifier: Apache-2.0
/// Whether the promises were kept. Clients add an [Op] to a [History] for all they do and hear;
/// afterwards a [Run] sets it beside the log as it finally stands, and each [Invariant] names, in
/// linear time, what contradicts it. Nothing here knows how the run was made: a simulation, one
/// process or many.
@NullMarked
package io.palabre.e2e.history;

import org.jspecify.annotations.NullMarked;
