// SPDX-License-Identifier: Apache-2.0
/// Whether the server is up, and what it is.
@NullMarked
package io.palabre.server.health;

import org.jspecify.annotations.NullMarked;
