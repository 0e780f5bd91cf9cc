// SPDX-License-Identifier: Apache-2.0
/// Whole-product tests with real processes and real clients.
@NullMarked
package io.palabre.e2e;

import org.jspecify.annotations.NullMarked;
