// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.receipts;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;

/// A device of a person has everything up to and including event number `seq`; beyond the end means
/// all there is.
public record Mark(PersonId person, ConversationId conversation, long seq) {}
