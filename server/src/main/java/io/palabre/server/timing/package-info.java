// SPDX-License-Identifier: Apache-2.0
/// What wakes those who asked the core when to look again.
@NullMarked
package io.palabre.server.timing;

import org.jspecify.annotations.NullMarked;
