// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.ProductId;

/// What a conversation is about.
///
/// @param seller who sold it when the conversation began
public record About(ProductId product, PersonId seller) {}
