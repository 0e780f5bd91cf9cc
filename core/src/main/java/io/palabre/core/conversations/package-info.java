// SPDX-License-Identifier: Apache-2.0
/// What may be asked of a conversation, what then happened, and the rules between the two.
/// [io.palabre.core.conversations.Command] is asked, [io.palabre.core.conversations.Rules] decides
/// it on [io.palabre.core.conversations.Facts] without thread, clock or lock, and
/// [io.palabre.core.conversations.Durable] events with the next numbers are what remains. Each
/// feature's rules are one file: `Starting`, `Posting`, `Forwarding`, `Editing`, `Deleting`,
/// `Reacting`, `Pinning`, `Reading`, `Membership`, `Appointing`, `Describing`, `Arranging`,
/// `Blocking`. A [io.palabre.core.conversations.Message] is what all its events have made of it.
@NullMarked
package io.palabre.core.conversations;

import org.jspecify.annotations.NullMarked;
