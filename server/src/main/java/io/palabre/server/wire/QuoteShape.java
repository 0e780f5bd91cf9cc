// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import io.palabre.core.conversations.Quote;
import org.jspecify.annotations.Nullable;

/// `Quote` in `openapi.yaml`: the beginning of the message that a reply answers.
///
/// @param deleted true when that message is deleted, else null
public record QuoteShape(
        String id,
        String senderId,
        String type,
        @Nullable String content,
        @Nullable Boolean deleted) {

    static QuoteShape of(Quote quote) {
        return new QuoteShape(
                quote.id().toString(),
                quote.sender().toString(),
                quote.type(),
                quote.deleted() ? null : quote.text(),
                quote.deleted() ? true : null);
    }
}
