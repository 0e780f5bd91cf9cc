// SPDX-License-Identifier: Apache-2.0
/// Everything put together, by hand and in one place: [Palabre] is a running server, [Store] its
/// data folder, [Features] what it does: [Company] is what is known of those who are there, [Doors]
/// are the routes and events. Nothing but the command line knows this package.
@NullMarked
package io.palabre.server.wiring;

import org.jspecify.annotations.NullMarked;
