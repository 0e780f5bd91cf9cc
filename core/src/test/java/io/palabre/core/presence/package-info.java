// SPDX-License-Identifier: Apache-2.0
/// The rules of presence one by one, and whole clusters under faults: a `Simulation` runs nodes,
/// people and a bad bus in virtual time from one seed; `Truth` notes what was done to people,
/// `Told` what they were told, and the `Checker` compares. `Plant` breaks one rule at a time: each
/// must be caught.
@NullMarked
package io.palabre.core.presence;

import org.jspecify.annotations.NullMarked;
