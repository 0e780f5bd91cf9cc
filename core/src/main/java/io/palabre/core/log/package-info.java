// SPDX-License-Identifier: Apache-2.0
/// The port to the one durable truth: [io.palabre.core.log.Log] commits commands and reads what
/// follows a number, of a conversation and of a person. Whoever gives it a
/// [io.palabre.core.log.Committed] is told everything it committed, in that order.
@NullMarked
package io.palabre.core.log;

import org.jspecify.annotations.NullMarked;
