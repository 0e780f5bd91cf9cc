// SPDX-License-Identifier: Apache-2.0
/// Which types messages have, and what those hold beside a text: [MessageTypes] knows them all, the
/// operator's too, and each [MessageType] says what it takes. `docs/message-types.md` is the page
/// for people.
@NullMarked
package io.palabre.server.types;

import org.jspecify.annotations.NullMarked;
