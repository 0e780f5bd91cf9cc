// SPDX-License-Identifier: Apache-2.0
/// The core as it is, in one thread and virtual time. A [Simulation] is one run, and its seed says
/// all of it: [Lives] is what people do, [Troubles] what happens to them; [SimServer] puts the real
/// hub, rules and catching up together as the server does, over a [SimWriter] that commits in
/// groups and a [Line] to each [SimClient]. A [Plant] is one mistake, which the checks must find.
@NullMarked
package io.palabre.e2e.simulation;

import org.jspecify.annotations.NullMarked;
