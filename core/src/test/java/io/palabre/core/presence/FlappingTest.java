// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import static io.palabre.core.presence.Stage.ALICE;
import static io.palabre.core.presence.Stage.BOB;
import static io.palabre.core.presence.Stage.CAROL;
import static io.palabre.core.presence.Stage.DESK;
import static io.palabre.core.presence.Stage.PHONE;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.Ulid;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A thousand people come and go without end: what that costs those who watch them, counted in
/// frames, and that it costs nobody else anything.
class FlappingTest {
    private static final int PEOPLE = 1_000;
    private static final int ROUNDS = 4;
    private static final Duration GONE = Duration.ofSeconds(3);

    private final Stage stage = Stage.oneNode();
    private long passed;

    @BeforeEach
    void two_watch_five_hundred_each_and_one_watches_none_of_them() {
        stage.open(ALICE, DESK, "a");
        stage.open(BOB, DESK, "b");
        stage.open(CAROL, DESK, "c");
        watch("a", 0);
        watch("b", PEOPLE / 2);
        stage.watch("c", ALICE);
    }

    private void watch(String watcher, int first) {
        var watched =
                IntStream.range(first, first + PEOPLE / 2)
                        .mapToObj(FlappingTest::person)
                        .collect(Collectors.toSet());
        assertThat(stage.roster.watch(DeviceId.socket(watcher), watched, _ -> true))
                .isInstanceOf(WatchAnswer.Watching.class);
    }

    @Test
    void a_watcher_gets_four_frames_a_second_at_most_and_others_none() {
        for (int round = 0; round < ROUNDS; round++) {
            each(this::comes);
            pass(GONE);
            each(this::goes);
            pass(GONE);
        }
        long atMost = passed / WatchRules.STANDARD.quiet().toMillis() + 1;
        for (var watcher : List.of("a", "b")) {
            assertThat(stage.frames(watcher)).hasSizeBetween(2 * ROUNDS, (int) atMost);
            assertThat(stage.frames(watcher)).allMatch(FlappingTest::namesEachOnce);
        }
        assertThat(stage.frames("c")).isEmpty();
    }

    @Test
    void what_is_told_is_each_change_once_and_true_in_the_end() {
        for (int round = 0; round < ROUNDS; round++) {
            each(this::comes);
            pass(GONE);
            each(this::goes);
            pass(GONE);
        }
        for (int number : new int[] {0, 123, PEOPLE / 2 - 1}) {
            assertThat(stage.told("a", person(number)))
                    .hasSize(2 * ROUNDS)
                    .endsWith(Availability.OFFLINE);
        }
    }

    @Test
    void who_is_back_within_the_grace_costs_nobody_a_frame() {
        each(this::comes);
        pass(GONE);
        int before = stage.all(Effect.Tell.class).size();
        for (int round = 0; round < ROUNDS; round++) {
            each(this::goes);
            pass(ofMillis(500));
            each(this::comes);
            pass(GONE);
        }
        assertThat(stage.all(Effect.Tell.class)).hasSize(before);
    }

    private static boolean namesEachOnce(Effect.Tell frame) {
        var people = frame.sightings().stream().map(Sighting::person).toList();
        return Set.copyOf(people).size() == people.size();
    }

    /// All of them within a second.
    private void each(IntConsumer does) {
        for (int number = 0; number < PEOPLE; number++) {
            does.accept(number);
            pass(ofMillis(1));
        }
    }

    private void pass(Duration time) {
        stage.pass(time);
        passed += time.toMillis();
    }

    private void comes(int number) {
        stage.open(person(number), PHONE, "flapper " + number);
    }

    private void goes(int number) {
        stage.close("flapper " + number);
    }

    private static PersonId person(int number) {
        return new PersonId(new Ulid(7, number));
    }
}
