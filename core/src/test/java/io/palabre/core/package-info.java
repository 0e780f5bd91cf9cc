// SPDX-License-Identifier: Apache-2.0
/// What holds for the core as a whole.
@NullMarked
package io.palabre.core;

import org.jspecify.annotations.NullMarked;
