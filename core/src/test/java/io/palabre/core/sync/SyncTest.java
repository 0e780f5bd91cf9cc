// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palabre.core.conversations.Entry;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.Ulid;
import io.palabre.core.log.Epoch;
import io.palabre.core.sync.SyncPage.Behind;
import io.palabre.core.sync.SyncPage.Done;
import io.palabre.core.sync.SyncPage.EpochChanged;
import io.palabre.core.sync.SyncPage.Gone;
import io.palabre.core.sync.SyncPage.Own;
import io.palabre.core.sync.SyncPage.Reload;
import io.palabre.core.sync.SyncPage.ReloadOwn;
import io.palabre.core.testing.InMemory;
import io.palabre.core.testing.ManualTime;
import io.palabre.core.testing.Story;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SyncTest {

    private final InMemory ports = InMemory.open(new ManualTime(), _ -> _ -> {});
    private final Story story = new Story(ports);
    private final PersonId ann = story.person("ann");
    private final PersonId bob = story.person("bob");
    private final Epoch epoch = ports.log().epoch();

    private List<SyncPage> sync(PersonId who, long own, Map<ConversationId, Long> conversations) {
        var pages = new ArrayList<SyncPage>();
        new Sync(ports.log()).run(who, new Cursors(epoch, own, conversations), pages::add);
        return pages;
    }

    @Test
    void who_missed_nothing_gets_nothing() {
        var here = story.privately(ann, bob);
        assertThat(sync(bob, 1, Map.of(here, 1L))).containsExactly(new Done(epoch, 1));
    }

    @Test
    void what_was_missed_comes_once_in_order_own_events_first() {
        var here = story.privately(ann, bob);
        story.saysMuch(ann, here, 450);
        story.reads(bob, here, 3);
        var pages = sync(bob, 1, Map.of(here, 10L));
        assertThat(pages).hasSize(5);
        assertThat(pages.getFirst()).isEqualTo(new Own(ports.log().ownAfter(bob, 1, 10)));
        assertThat(entriesOf(pages)).isEqualTo(ports.log().after(here, 10, 1_000));
        assertThat(pages.getLast()).isEqualTo(new Done(epoch, 2));
    }

    private List<Entry> entriesOf(List<SyncPage> pages) {
        var all = new ArrayList<Entry>();
        for (var page : pages) {
            if (page instanceof Behind behind) {
                ports.log().entries(behind.parts()).values().forEach(all::addAll);
            }
        }
        return all;
    }

    @Test
    void a_thousand_missed_are_sent_and_one_more_is_a_reload() {
        var here = story.privately(ann, bob);
        story.saysMuch(ann, here, 1_001);
        assertThat(entriesOf(sync(bob, 1, Map.of(here, 2L)))).hasSize(1_000);
        assertThat(sync(bob, 1, Map.of(here, 1L)))
                .containsExactly(new Reload(here), new Done(epoch, 1));
    }

    @Test
    void what_is_too_much_of_all_conversations_together_is_reloaded() {
        var cursors = new HashMap<ConversationId, Long>();
        for (var i = 0; i < 6; i++) {
            var group = story.group(ann, bob);
            story.saysMuch(ann, group, 900);
            cursors.put(group, 1L);
        }
        var pages = sync(bob, 6, cursors);
        assertThat(entriesOf(pages)).hasSize(5 * 900).doesNotHaveDuplicates();
        assertThat(pages.subList(1, pages.size() - 1))
                .allSatisfy(page -> assertThat(entriesOf(List.of(page))).hasSizeBetween(1, 200));
        assertThat(pages).filteredOn(page -> page instanceof Reload).hasSize(1);
    }

    @Test
    void a_page_holds_what_was_missed_of_several_conversations() {
        var cursors = new HashMap<ConversationId, Long>();
        for (var i = 0; i < 3; i++) {
            var group = story.group(ann, bob);
            story.saysMuch(ann, group, 70);
            cursors.put(group, 1L);
        }
        var pages = sync(bob, 3, cursors);
        assertThat(pages).hasSize(3);
        assertThat(entriesOf(pages.subList(0, 1))).hasSize(200);
        for (var group : cursors.keySet()) {
            assertThat(entriesOf(pages))
                    .filteredOn(entry -> entry.conversation().equals(group))
                    .isEqualTo(ports.log().after(group, 1, 100));
        }
    }

    @Test
    void a_part_that_goes_over_two_pages_is_not_what_all_find() {
        var here = story.privately(ann, bob);
        story.saysMuch(ann, here, 201);
        var pages = sync(bob, 1, Map.of(here, 1L));
        assertThat(pages).hasSize(3);
        assertThat(pages.subList(0, 2)).noneMatch(page -> alike(page, here));
        assertThat(alike(sync(bob, 1, Map.of(here, 2L)).getFirst(), here)).isTrue();
    }

    private static boolean alike(SyncPage page, ConversationId where) {
        return page instanceof Behind(var conversations)
                && Objects.requireNonNull(conversations.get(where)).alike();
    }

    @Test
    void a_thousand_own_events_missed_and_one_more_is_a_reload_of_the_list() {
        var here = story.privately(ann, bob);
        story.saysMuch(ann, here, 1_001);
        for (var seq = 2; seq <= 1_002; seq++) {
            story.reads(bob, here, seq);
        }
        assertThat(sync(bob, 1, Map.of())).containsExactly(new ReloadOwn(), new Done(epoch, 1_002));
        assertThat(sync(bob, 2, Map.of())).hasSize(6);
    }

    @Test
    void only_what_one_may_see_comes() {
        var group = story.group(ann, bob);
        story.says(ann, group, "2");
        story.removes(ann, group, bob);
        story.says(ann, group, "4: hidden");
        story.adds(ann, group, bob);
        var pages = sync(bob, 4 - 1, Map.of(group, 1L));
        assertThat(entriesOf(pages)).extracting(Entry::seq).containsExactly(2L, 3L, 5L);
    }

    @Test
    void who_was_removed_gets_the_removal_and_no_more() {
        var group = story.group(ann, bob);
        story.removes(ann, group, bob);
        story.saysMuch(ann, group, 2_000);
        assertThat(entriesOf(sync(bob, 1, Map.of(group, 1L))))
                .extracting(Entry::seq)
                .containsExactly(2L);
        assertThat(sync(bob, 2, Map.of(group, 2L))).containsExactly(new Done(epoch, 2));
    }

    @Test
    void strangers_learn_nothing_not_even_whether_it_exists() {
        var here = story.privately(ann, bob);
        var eve = story.person("eve");
        var nowhere = new ConversationId(new Ulid(9, 9));
        for (var seq : List.of(0L, 99L)) {
            assertThat(sync(eve, 0, Map.of(here, seq)))
                    .containsExactly(new Gone(here), new Done(epoch, 0));
            assertThat(sync(eve, 0, Map.of(nowhere, seq)))
                    .containsExactly(new Gone(nowhere), new Done(epoch, 0));
        }
    }

    @Test
    void another_history_is_never_passed_over_in_silence() {
        var here = story.privately(ann, bob);
        var changed = new EpochChanged(epoch);
        assertThat(sync(bob, 1, Map.of(here, 2L))).containsExactly(changed);
        assertThat(sync(bob, 2, Map.of(here, 1L))).containsExactly(changed);
        var pages = new ArrayList<SyncPage>();
        var other = new Cursors(new Epoch(new Ulid(7, 7)), 1, Map.of(here, 1L));
        new Sync(ports.log()).run(bob, other, pages::add);
        assertThat(pages).containsExactly(changed);
    }

    @Test
    void a_client_that_knows_no_epoch_is_told_it() {
        var pages = new ArrayList<SyncPage>();
        new Sync(ports.log()).run(ann, new Cursors(null, 0, Map.of()), pages::add);
        assertThat(pages).containsExactly(new Done(epoch, 0));
    }

    @Test
    void two_hundred_conversations_at_once_are_enough() {
        var many = new HashMap<ConversationId, Long>();
        for (var i = 0; i < 201; i++) {
            many.put(new ConversationId(new Ulid(i, i)), 0L);
        }
        assertThatThrownBy(() -> new Cursors(null, 0, many))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
