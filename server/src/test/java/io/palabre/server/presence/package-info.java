// SPDX-License-Identifier: Apache-2.0
/// Tests of what clients do not see of presence.
@NullMarked
package io.palabre.server.presence;

import org.jspecify.annotations.NullMarked;
