// SPDX-License-Identifier: Apache-2.0
/// Everything a client missed, over the socket or REST.
@NullMarked
package io.palabre.server.sync;

import org.jspecify.annotations.NullMarked;
