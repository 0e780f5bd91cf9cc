// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.conversations.Fleeting;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.Ulid;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PacingTest {
    private static final ConversationId HERE = new ConversationId(new Ulid(1, 1));
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Pacing pacing = new Pacing(PacingRules.STANDARD);

    @Test
    void the_first_is_told_at_once_and_of_those_that_follow_the_last() {
        assertThat(ords(reads(1, 5, 0))).containsExactly(5L);
        assertThat(reads(1, 6, 10)).isEmpty();
        assertThat(reads(1, 8, 20)).isEmpty();
        assertThat(reads(1, 7, 30)).isEmpty();
        assertThat(pacing.nextDeadline()).hasValue(250);
        assertThat(ords(pacing.tick(250))).containsExactly(8L);
        assertThat(pacing.tick(500)).isEmpty();
        assertThat(pacing.nextDeadline()).isEmpty();
        assertThat(ords(reads(1, 9, 600))).containsExactly(9L);
    }

    @Test
    void people_and_the_two_kinds_of_cursor_do_not_wait_for_each_other() {
        assertThat(reads(1, 5, 0)).hasSize(1);
        assertThat(reads(2, 5, 0)).hasSize(1);
        assertThat(pacing.moved(new Moved(HERE, delivered(1, 6)), false, 0)).hasSize(1);
    }

    @Test
    void a_large_group_hears_one_thing_a_second_about_all_its_members() {
        assertThat(large(1, 5, 0)).hasSize(1);
        assertThat(large(2, 5, 100)).isEmpty();
        assertThat(large(3, 4, 200)).isEmpty();
        assertThat(large(3, 6, 900)).isEmpty();
        var words = pacing.tick(1_000);
        assertThat(words).hasSize(1);
        assertThat(words.getFirst().together()).isTrue();
        assertThat(ords(words)).containsExactly(5L, 6L);
    }

    @Test
    void one_word_about_a_large_group_is_bounded_and_the_rest_follows() {
        large(999, 1, 0);
        for (int person = 0; person < 450; person++) large(person, 2, 1);
        assertThat(ords(pacing.tick(1_000))).hasSize(200);
        assertThat(ords(pacing.tick(2_000))).hasSize(200);
        assertThat(ords(pacing.tick(3_000))).hasSize(50);
        assertThat(pacing.tick(4_000)).isEmpty();
    }

    private List<Pacing.Word> reads(long person, long ord, long now) {
        return pacing.moved(new Moved(HERE, read(person, ord)), false, now);
    }

    private List<Pacing.Word> large(long person, long ord, long now) {
        return pacing.moved(new Moved(HERE, read(person, ord)), true, now);
    }

    private static List<Long> ords(List<Pacing.Word> words) {
        return words.stream()
                .flatMap(word -> Stream.of(word.cursors()))
                .flatMap(List::stream)
                .map(Fleeting::ord)
                .toList();
    }

    private static Fleeting read(long person, long ord) {
        return new Fleeting.ReadMoved(new PersonId(new Ulid(0, person)), ord, ord, NOON);
    }

    private static Fleeting delivered(long person, long ord) {
        return new Fleeting.DeliveredMoved(new PersonId(new Ulid(0, person)), ord, ord, NOON);
    }
}
