// SPDX-License-Identifier: Apache-2.0
/// Names of things. Each kind has a record of its own, so that two ids cannot be swapped; most wrap
/// a [io.palabre.core.ids.Ulid], whose order is the order of making and whose 80 random bits cannot
/// be guessed.
@NullMarked
package io.palabre.core.ids;

import org.jspecify.annotations.NullMarked;
