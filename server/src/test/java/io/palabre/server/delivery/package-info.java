// SPDX-License-Identifier: Apache-2.0
/// Tests of moments that no client can hit on purpose.
@NullMarked
package io.palabre.server.delivery;

import org.jspecify.annotations.NullMarked;
