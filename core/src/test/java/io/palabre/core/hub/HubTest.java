// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Fleeting;
import io.palabre.core.conversations.Outcome;
import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.conversations.Personal;
import io.palabre.core.ids.PersonId;
import io.palabre.core.testing.InMemory;
import io.palabre.core.testing.ManualTime;
import io.palabre.core.testing.Story;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubTest {

    private final ManualTime time = new ManualTime();
    private final List<Outcome.Accepted> committed = new ArrayList<>();
    private final InMemory ports = InMemory.open(time, _ -> committed::addAll);
    private final Story story = new Story(ports);
    private final Stage stage = new Stage();
    private final Hub hub = new Hub(ports.log(), stage);
    private final PersonId ann = story.person("ann");
    private final PersonId bob = story.person("bob");

    private void tellAll() {
        hub.committed(List.copyOf(committed));
        committed.clear();
    }

    @Test
    void a_new_conversation_is_announced_then_followed_then_told() {
        var here = story.privately(ann, bob);
        tellAll();
        assertThat(stage.heardBy(bob))
                .containsExactly(
                        new Personal.AddedTo(here, 1), ports.log().after(here, 0, 1).getFirst());
    }

    @Test
    void a_leaver_hears_the_leaving_and_nothing_after_it() {
        var group = story.group(ann, bob);
        story.leaves(bob, group);
        story.says(ann, group, "after");
        tellAll();
        assertThat(seqsHeardBy(bob)).containsExactly(1L, 2L);
        assertThat(stage.heardBy(bob).getLast()).isEqualTo(new Personal.RemovedFrom(group, 2));
        assertThat(seqsHeardBy(ann)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void what_was_in_doubt_is_told_if_the_log_holds_it_and_only_once() {
        var here = story.privately(ann, bob);
        tellAll();
        story.says(ann, here, "is there");
        var doubtful = List.copyOf(committed);
        hub.perhapsCommitted(doubtful);
        hub.perhapsCommitted(doubtful);
        hub.committed(doubtful);
        assertThat(seqsHeardBy(bob)).containsExactly(1L, 2L);
    }

    @Test
    void what_was_in_doubt_and_is_not_in_the_log_is_not_told() {
        var here = story.privately(ann, bob);
        tellAll();
        var lost = new Entry(here, 2, 1, time.now(), ann, new Durable.Renamed("never"));
        var note = new OwnEntry(bob, 2, time.now(), new Personal.RemovedFrom(here, 2));
        hub.perhapsCommitted(
                List.of(new Outcome.Accepted(here, List.of(lost), List.of(note), false)));
        assertThat(seqsHeardBy(bob)).containsExactly(1L);
        assertThat(stage.heardBy(bob)).hasSize(2);
    }

    @Test
    void who_is_added_hears_from_there_on() {
        var group = story.group(ann);
        story.says(ann, group, "before");
        story.adds(ann, group, bob);
        story.says(ann, group, "after");
        tellAll();
        assertThat(seqsHeardBy(bob)).containsExactly(3L, 4L);
    }

    @Test
    void a_read_mark_is_told_to_the_others_as_something_that_passes() {
        var here = story.privately(ann, bob);
        story.says(ann, here, "hello");
        story.reads(bob, here, 2);
        tellAll();
        var moved = new Fleeting.ReadMoved(bob, 1, 2, time.now());
        assertThat(stage.heardBy(ann)).contains(moved);
        assertThat(stage.heardBy(bob)).contains(new Personal.OwnRead(here, 1, 2));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void lost_repeated_and_reordered_hints_change_nothing_of_what_is_heard(long seed) {
        var random = new Random(seed);
        var here = story.privately(ann, bob);
        tellAll();
        story.saysMuch(ann, here, 300);
        var hints = new ArrayList<Outcome.Accepted>();
        for (var accepted : committed) {
            var copies = random.nextInt(3);
            hints.addAll(Collections.nCopies(copies, accepted));
        }
        for (var i = 0; i + 5 < hints.size(); i += 5) {
            Collections.shuffle(hints.subList(i, i + 5), random);
        }
        hub.committed(hints);
        hub.committed(List.of(committed.getLast()));
        assertThat(seqsHeardBy(bob))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 301).boxed().toList());
    }

    @Test
    void membership_is_right_even_when_its_hint_was_lost() {
        var group = story.group(ann, bob);
        tellAll();
        story.removes(ann, group, bob);
        committed.clear();
        story.says(ann, group, "after");
        tellAll();
        assertThat(seqsHeardBy(bob)).containsExactly(1L, 2L);
        assertThat(stage.followers.get(group)).containsExactly(ann);
    }

    @Test
    void lost_own_events_are_caught_up_too() {
        var here = story.privately(ann, bob);
        tellAll();
        story.saysMuch(ann, here, 2);
        story.reads(bob, here, 2);
        committed.clear();
        story.reads(bob, here, 3);
        tellAll();
        assertThat(stage.heardBy(bob))
                .contains(new Personal.OwnRead(here, 1, 2), new Personal.OwnRead(here, 2, 3));
    }

    @Test
    void a_feed_that_was_forgotten_begins_anew() {
        var feeds = new Feeds<String>(2);
        feeds.told("a", 1);
        feeds.told("b", 1);
        assertThat(feeds.of("a")).contains(new Feed(1));
        feeds.told("c", 1);
        assertThat(feeds.of("b")).isEmpty();
        assertThat(feeds.of("a")).isPresent();
    }

    private List<Long> seqsHeardBy(PersonId person) {
        return stage.heardBy(person).stream()
                .filter(Entry.class::isInstance)
                .map(heard -> ((Entry) heard).seq())
                .toList();
    }
}
