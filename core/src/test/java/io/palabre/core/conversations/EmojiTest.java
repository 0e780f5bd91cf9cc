// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👍",
                "👍🏽",
                "👩‍👩‍👧‍👦",
                "🇸🇳",
                "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
                "❤️",
                "☺️",
                "1️⃣",
                "👩🏾‍🚀",
                "🫶"
            })
    void one_emoji_is_one(String emoji) {
        assertThat(Emoji.accept(emoji)).contains(emoji);
    }

    @ParameterizedTest
    @ValueSource(strings = {"❤", "©", "☺"})
    void what_has_two_looks_is_kept_in_colour(String emoji) {
        assertThat(Emoji.accept(emoji)).contains(emoji + "\ufe0f");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "a", "1", "#", "👍👍", "ok", "<b>", "👍a", "\u200d", "\ufe0f", "🇸", "é", "🏽",
                " "
            })
    void anything_else_is_none(String text) {
        assertThat(Emoji.accept(text)).isEmpty();
        assertThat(Emoji.accept(text.repeat(40))).isEmpty();
    }
}
