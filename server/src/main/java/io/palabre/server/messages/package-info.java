// SPDX-License-Identifier: Apache-2.0
/// Sending, reading and marking as read: [Messages] does it, [MessageRoutes] and [MessageEvents]
/// are its two doors; [Drafts] reads what somebody wants to say.
@NullMarked
package io.palabre.server.messages;

import org.jspecify.annotations.NullMarked;
