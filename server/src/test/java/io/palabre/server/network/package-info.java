// SPDX-License-Identifier: Apache-2.0
/// The edge's own arithmetic.
@NullMarked
package io.palabre.server.network;

import org.jspecify.annotations.NullMarked;
