// SPDX-License-Identifier: Apache-2.0
/// Everything put together, by hand and in one place: [Palabre] is a running server, [Store] its
/// data folder. Nothing but the command line knows this package.
@NullMarked
package io.palabre.server.wiring;

import org.jspecify.annotations.NullMarked;
