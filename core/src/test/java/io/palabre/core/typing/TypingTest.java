// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.typing;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.Ulid;
import io.palabre.core.presence.DeviceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TypingTest {
    private static final PersonId AWA = new PersonId(new Ulid(0, 1));
    private static final ConversationId HERE = new ConversationId(new Ulid(1, 1));
    private static final ConversationId THERE = new ConversationId(new Ulid(1, 2));
    private static final DeviceId DESK = DeviceId.socket("desk");
    private static final DeviceId PHONE = DeviceId.socket("phone");
    private static final Told WRITES = new Told(AWA, HERE, true);
    private static final Told STOPPED = new Told(AWA, HERE, false);

    private final Typing typing = new Typing(TypingRules.STANDARD);

    @Test
    void the_first_key_is_told_at_once_and_the_next_ones_every_three_seconds() {
        assertThat(key(DESK, 0)).containsExactly(WRITES);
        assertThat(key(DESK, 1_000)).isEmpty();
        assertThat(key(DESK, 2_900)).isEmpty();
        assertThat(typing.tick(3_000)).containsExactly(WRITES);
        assertThat(key(DESK, 6_500)).containsExactly(WRITES);
    }

    @Test
    void without_another_key_it_is_over_after_six_seconds() {
        key(DESK, 0);
        assertThat(typing.nextDeadline()).hasValue(6_000);
        assertThat(typing.tick(5_999)).isEmpty();
        assertThat(typing.tick(6_000)).containsExactly(STOPPED);
        assertThat(typing.nextDeadline()).isEmpty();
    }

    @Test
    void stopping_is_told_at_once_and_only_once() {
        key(DESK, 0);
        assertThat(typing.stops(DESK, HERE, 500)).containsExactly(STOPPED);
        assertThat(typing.stops(DESK, HERE, 600)).isEmpty();
        assertThat(typing.stops(PHONE, HERE, 600)).isEmpty();
    }

    @Test
    void who_stops_and_begins_again_is_told_later_and_not_forgotten() {
        key(DESK, 0);
        typing.stops(DESK, HERE, 100);
        assertThat(key(DESK, 200)).isEmpty();
        assertThat(typing.nextDeadline()).hasValue(3_000);
        assertThat(typing.tick(3_000)).containsExactly(WRITES);
    }

    @Test
    void a_person_writes_as_long_as_one_of_their_devices_does() {
        key(DESK, 0);
        key(PHONE, 100);
        assertThat(typing.gone(DESK, 200)).isEmpty();
        assertThat(typing.gone(PHONE, 300)).containsExactly(STOPPED);
    }

    @Test
    void a_device_writes_in_one_conversation_at_a_time() {
        key(DESK, 0);
        assertThat(typing.starts(DESK, AWA, THERE, 100))
                .containsExactly(STOPPED, new Told(AWA, THERE, true));
        assertThat(typing.stops(DESK, HERE, 200)).isEmpty();
    }

    @Test
    void who_has_sent_writes_on_no_device() {
        key(DESK, 0);
        key(PHONE, 0);
        assertThat(typing.fellSilent(AWA, HERE, 100)).containsExactly(STOPPED);
        assertThat(typing.fellSilent(AWA, HERE, 100)).isEmpty();
        assertThat(typing.tick(10_000)).isEmpty();
    }

    @Test
    void who_hides_is_seen_to_write_nowhere() {
        key(DESK, 0);
        typing.starts(PHONE, AWA, THERE, 0);
        assertThat(typing.hidden(AWA, 50))
                .containsExactlyInAnyOrder(STOPPED, new Told(AWA, THERE, false));
    }

    @Test
    void whatever_devices_do_starts_are_rare_and_the_end_is_told() {
        for (long seed = 0; seed < 300; seed++) {
            var story = new ArrayList<Long>();
            var writes = play(new Random(seed), story);
            assertThat(writes).as("seed %d", seed).isFalse();
            for (int i = 1; i < story.size(); i++) {
                assertThat(story.get(i) - story.get(i - 1))
                        .as("seed %d", seed)
                        .isGreaterThanOrEqualTo(3_000);
            }
        }
    }

    /// Answers whether others believe at the end that she writes.
    private boolean play(Random random, List<Long> startsAt) {
        var told = new Typing(TypingRules.STANDARD);
        boolean writes = false;
        for (long now = 0; now < 60_000; now += random.nextInt(1_500)) {
            var heard = act(told, random, now);
            for (var one : heard) {
                writes = one.isTyping();
                if (writes) startsAt.add(now);
            }
        }
        for (var end = told.nextDeadline(); end.isPresent(); end = told.nextDeadline()) {
            for (var one : told.tick(end.getAsLong())) writes = one.isTyping();
        }
        return writes;
    }

    private static List<Told> act(Typing typing, Random random, long now) {
        var device = random.nextBoolean() ? DESK : PHONE;
        return switch (random.nextInt(6)) {
            case 0, 1 -> typing.starts(device, AWA, HERE, now);
            case 2 -> typing.stops(device, HERE, now);
            case 3 -> typing.gone(device, now);
            case 4 -> typing.fellSilent(AWA, HERE, now);
            default -> typing.tick(now);
        };
    }

    private List<Told> key(DeviceId device, long now) {
        return typing.starts(device, AWA, HERE, now);
    }
}
