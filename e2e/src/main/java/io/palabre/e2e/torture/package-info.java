// SPDX-License-Identifier: Apache-2.0
/// `./palabre torture`: for as long as one wants, [Torture] plays simulations and [Round]s, in
/// which a [Cast] of real clients talks to the real server while a [Deck] deals each [Fault] and
/// [Strike] does it; [Apart], [Deaf] and [HalfDone] have the scenes of faults that need one of
/// their own. The checks of `history` judge, and [Verdict] says it plainly.
@NullMarked
package io.palabre.e2e.torture;

import org.jspecify.annotations.NullMarked;
