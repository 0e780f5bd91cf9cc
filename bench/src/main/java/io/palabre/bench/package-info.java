// SPDX-License-Identifier: Apache-2.0
/// Load generator and peers; prints ratios.
@NullMarked
package io.palabre.bench;

import org.jspecify.annotations.NullMarked;
