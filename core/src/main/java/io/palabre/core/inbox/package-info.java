// SPDX-License-Identifier: Apache-2.0
/// What a person sees when they look: the list of conversations, one conversation, its messages.
/// [io.palabre.core.inbox.Inbox] is the port; nobody sees anything outside their membership through
/// it.
@NullMarked
package io.palabre.core.inbox;

import org.jspecify.annotations.NullMarked;
