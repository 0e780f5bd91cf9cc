// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a message may say.
record Contents(Limits limits) {

    private static final int MOST_DATA = 8 * 1024;

    /// Why it may not be said, if so.
    Optional<Refusal> objection(Content content) {
        return objection(content, content.attachments());
    }

    /// Why it may not be said carrying these, if so.
    Optional<Refusal> objection(Content content, List<?> attachments) {
        if (!Content.mayBeSent(content.type())) {
            return Optional.of(Refusal.BAD_MESSAGE_TYPE);
        }
        var says = content.data() != null || !attachments.isEmpty();
        if (!says && Texts.isBlank(content.text())) {
            return Optional.of(Refusal.EMPTY_MESSAGE);
        }
        if (content.mentions().size() > Mentions.MOST) {
            return Optional.of(Refusal.TOO_MANY_MENTIONS);
        }
        if (!Texts.wellFormed(content.text()) || !Texts.wellFormed(data(content))) {
            return Optional.of(Refusal.BAD_TEXT);
        }
        return Texts.size(content.text()) > limits.textBytes()
                        || Texts.size(data(content)) > MOST_DATA
                ? Optional.of(Refusal.TOO_LARGE)
                : Optional.empty();
    }

    private static String data(Content content) {
        return Objects.requireNonNullElse(content.data(), "");
    }
}
