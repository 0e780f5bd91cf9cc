// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palabre.core.testing.ManualTime;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UlidTest {

    @Test
    void text_and_bytes_carry_all_bits_and_keep_the_order() {
        var random = new Random(1);
        for (var i = 0; i < 1_000; i++) {
            var one = new Ulid(random.nextLong(), random.nextLong());
            var two = new Ulid(random.nextLong(), random.nextLong());
            assertThat(Ulid.parse(one.toString())).contains(one);
            assertThat(Ulid.parse(one.toString().toLowerCase(Locale.ROOT))).contains(one);
            assertThat(Ulid.ofBytes(one.bytes())).isEqualTo(one);
            assertThat(Integer.signum(one.toString().compareTo(two.toString())))
                    .isEqualTo(Integer.signum(one.compareTo(two)));
        }
    }

    @Test
    void the_largest_is_written_as_the_standard_says() {
        assertThat(new Ulid(-1, -1)).hasToString("7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7ZZZZZZZZZZZZZZZZZZZZZZZZ",
                "7ZZZZZZZZZZZZZZZZZZZZZZZZZZ",
                "8ZZZZZZZZZZZZZZZZZZZZZZZZZ",
                "7ZZZZZZZZZZZZZZZZZZZZZZZZU",
                "7ZZZZZZZZZZZZZZZZZZZZZZZZ-",
                "7ZZZZZZZZZZZZZZZZZZZZZZZZé"
            })
    void what_is_not_one_is_not_read(String text) {
        assertThat(Ulid.parse(text)).isEmpty();
    }

    @Test
    void later_ones_sort_behind_earlier_ones() {
        var time = new ManualTime();
        var ids = new RandomIds(time, new Random(1));
        var early = ids.next();
        time.move(Duration.ofMillis(1));
        assertThat(ids.next()).isGreaterThan(early);
    }

    @Test
    void a_message_id_carries_conversation_and_number() {
        var id = new MessageId(new ConversationId(new Ulid(5, 6)), 42);
        assertThat(MessageId.parse(id.toString())).contains(id);
        var text = id.toString();
        assertThat(MessageId.parse(text + "0000000000000000000")).isEmpty();
        assertThat(MessageId.parse(text.replace("-", "-0"))).isEmpty();
        assertThat(MessageId.parse(text.replace("-42", "--4"))).isEmpty();
        assertThat(MessageId.parse(text.replace("-42", ""))).isEmpty();
        assertThat(MessageId.parse(text.replace("-42", "-٤٢"))).isEmpty();
    }

    @Test
    void client_ids_are_short_and_printable() {
        assertThat(ClientId.parse("a".repeat(64))).isPresent();
        assertThat(ClientId.parse("a".repeat(65))).isEmpty();
        assertThat(ClientId.parse("")).isEmpty();
        assertThat(ClientId.parse("a b")).isEmpty();
        assertThat(ClientId.parse("é")).isEmpty();
        assertThatThrownBy(() -> new ClientId("\n")).isInstanceOf(IllegalArgumentException.class);
    }
}
