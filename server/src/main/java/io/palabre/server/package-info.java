// SPDX-License-Identifier: Apache-2.0
/// Palabre's edge, wiring and command line.
@NullMarked
package io.palabre.server;

import org.jspecify.annotations.NullMarked;
