// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.conversations.Personal;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Who reads and all their devices are told one count.
class TotalsOnceTest {
    private static final PersonId AWA = PersonId.parse("01M7CMHXM0XP5BJDXFVS8MQHYY").orElseThrow();
    private static final ConversationId TALK =
            ConversationId.parse("01M7Q1VT706KJY3TVP43CP6Y66").orElseThrow();

    private final AtomicInteger asked = new AtomicInteger();
    private final Totals totals = new Totals(_ -> 10 + asked.incrementAndGet());

    private static OwnEntry entry(long seq) {
        return new OwnEntry(AWA, seq, Instant.EPOCH, new Personal.OwnRead(TALK, seq, seq));
    }

    @Test
    void the_store_is_asked_once_for_each_entry_and_anew_for_the_next() {
        assertThat(totals.at(entry(1))).isEqualTo(11);
        assertThat(totals.at(entry(1))).isEqualTo(11);
        assertThat(totals.at(entry(2))).isEqualTo(12);
        assertThat(totals.now(AWA)).isEqualTo(13);
        assertThat(asked).hasValue(3);
    }
}
