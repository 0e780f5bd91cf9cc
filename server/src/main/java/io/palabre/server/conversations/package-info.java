// SPDX-License-Identifier: Apache-2.0
/// Listing, opening and changing conversations, over REST; [Views] dresses what the inbox knows
/// with the names of people.
@NullMarked
package io.palabre.server.conversations;

import org.jspecify.annotations.NullMarked;
