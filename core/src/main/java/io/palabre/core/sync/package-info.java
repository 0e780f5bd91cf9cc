// SPDX-License-Identifier: Apache-2.0
/// Catching up: a client says what it has, and gets everything since, whatever the absence.
@NullMarked
package io.palabre.core.sync;

import org.jspecify.annotations.NullMarked;
