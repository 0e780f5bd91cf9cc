// SPDX-License-Identifier: Apache-2.0
/// Who is writing: [TypingEvents] is what sockets say, [Typists] asks the core what of it others
/// are to hear, and tells them.
@NullMarked
package io.palabre.server.typing;

import org.jspecify.annotations.NullMarked;
