// SPDX-License-Identifier: Apache-2.0
/// Telling people what was committed, in order, without gaps or repeats. The
/// [io.palabre.core.hub.Hub] is what the log tells; the [io.palabre.core.hub.Audience] is what the
/// network offers it. A new connection is seated with [io.palabre.core.log.Log#atMembership]: there
/// it joins its person and that person's conversations between two commits, so that an add or a
/// removal that races with connecting is neither missed nor leaks. Only then it reads what it
/// missed, and drops what it has twice.
@NullMarked
package io.palabre.core.hub;

import org.jspecify.annotations.NullMarked;
