// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;

class MarkTest {

    @Test
    void a_number_is_found_again_in_what_comes_back() {
        ByteBuf bytes = bytes("[\"said\",\"" + Mark.text(9_876_543_210L, 200) + "\"]");

        assertThat(Mark.find(bytes, 0, bytes.writerIndex())).isEqualTo(9_876_543_210L);
    }

    @Test
    void a_text_has_the_length_asked_for() {
        assertThat(Mark.text(7, 200)).hasSize(200).startsWith("#0000000007 lorem");
    }

    @Test
    void a_message_without_a_mark_has_no_number() {
        assertThat(Mark.find(bytes("[\"hello\"]"), 0, 9)).isEqualTo(-1);
        assertThat(Mark.find(bytes("#123"), 0, 4)).isEqualTo(-1);
    }

    @Test
    void an_acknowledgement_that_says_no_is_noticed() {
        ByteBuf no = bytes("12[{\"ok\":false,\"error\":{}}]");
        ByteBuf yes = bytes("12[{\"ok\":true,\"message\":{}}]");
        ByteBuf text = bytes("12[\"text\"]");

        assertThat(Refusals.in(no, 0, no.writerIndex())).isPresent();
        assertThat(Refusals.in(yes, 0, yes.writerIndex())).isEmpty();
        assertThat(Refusals.in(text, 0, text.writerIndex())).isEmpty();
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, UTF_8);
    }
}
