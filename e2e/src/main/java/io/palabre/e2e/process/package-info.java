// SPDX-License-Identifier: Apache-2.0
/// The real jar as a process of its own: [Program] is how it is called, [ServerProcess] is one that
/// serves and that gets killed, paused, stopped and started again on the same folder and port. A
/// [Debugger] holds either at a [Stop], to be killed just there, and sets its clock.
@NullMarked
package io.palabre.e2e.process;

import org.jspecify.annotations.NullMarked;
