// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.catalogue.Product;
import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Command.Wish;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.ProductId;
import io.palabre.core.inbox.Activity;
import io.palabre.core.inbox.Selection;
import io.palabre.core.inbox.Selection.Filter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store makes of the list: its parts, its pages, what is found in it.
public abstract class ListContract extends PortContract {

    @Test
    void what_becomes_of_an_earlier_message_moves_no_conversation() {
        var ann = this.ann.get();
        var bob = story().person("bob");
        var cat = story().person("cat");
        var group = story().group(ann, bob, cat);
        for (var i = 0; i < 16; i++) {
            story().adds(ann, group, story().person("p" + i));
        }
        var early = story().says(ann, group, "early").id();
        var here = story().privately(ann, bob);
        var old = story().says(ann, here, "old").id();
        time.move(Duration.ofMinutes(1));
        var there = story().privately(ann, cat);
        story().says(ann, there, "new");
        time.move(Duration.ofMinutes(1));
        for (var message : List.of(early, old)) {
            story().edits(ann, message, "other");
            story().accepted(new Command.React(bob, message, "👍"));
            story().accepted(new Command.Pin(bob, message));
            story().deletes(ann, message);
        }
        assertThat(
                        ports().inbox().conversations(ann, null, 10).conversations().stream()
                                .map(found -> found.head().conversation()))
                .startsWith(there);
        time.move(Duration.ofMinutes(1));
        story().says(bob, here, "now");
        assertThat(
                        ports().inbox().conversations(ann, null, 10).conversations().stream()
                                .map(found -> found.head().conversation()))
                .containsExactly(here, there, group);
    }

    private static final Wish PIN = new Wish(true, null, null, null, null);
    private static final Wish ARCHIVE = new Wish(null, null, true, null, null);
    private static final Wish MARK = new Wish(null, null, null, true, null);

    private final Lazily<PersonId> ann = new Lazily<>();

    @BeforeEach
    void come() {
        ann.set(story().person("ann"));
    }

    private ConversationId with(String other) {
        time.move(Duration.ofSeconds(1));
        return story().privately(ann.get(), story().person(other));
    }

    private ConversationId group(int members) {
        time.move(Duration.ofSeconds(1));
        var head = "m" + time.now().toEpochMilli() + "-";
        var others = IntStream.range(1, members).mapToObj(i -> story().person(head + i)).toList();
        return story().group(ann.get(), others.toArray(PersonId[]::new));
    }

    private void says(ConversationId where) {
        time.move(Duration.ofSeconds(1));
        story().says(ann.get(), where, "hello");
    }

    private List<ConversationId> list(Filter filter, String search) {
        return pages(new Selection(filter, search), 100);
    }

    private List<ConversationId> pages(Selection selection, int limit) {
        var all = new ArrayList<ConversationId>();
        @Nullable Activity from = null;
        do {
            var page = ports().inbox().conversations(ann.get(), selection, from, limit);
            page.conversations().forEach(c -> all.add(c.head().conversation()));
            from = page.next();
        } while (from != null);
        return all;
    }

    @Test
    void small_and_large_conversations_stand_in_one_order_whatever_the_page() {
        var places = new ArrayList<ConversationId>();
        for (var size : List.of(2, 17, 16, 40, 1, 18, 3)) {
            places.addFirst(group(size));
        }
        for (var i : List.of(6, 0, 3, 5, 3)) {
            var moved = places.remove((int) i);
            says(moved);
            places.addFirst(moved);
        }
        for (var limit : List.of(1, 2, 3, 7, 100)) {
            assertThat(pages(Selection.LIST, limit)).isEqualTo(places);
        }
    }

    @Test
    void a_group_that_grows_and_shrinks_keeps_its_place_and_what_is_unread() {
        var bob = story().person("bob");
        var group = group(15);
        story().adds(ann.get(), group, bob);
        for (var round = 0; round < 3; round++) {
            var before = with("before" + round);
            time.move(Duration.ofSeconds(1));
            var guests = List.of(story().person("x" + round), story().person("y" + round));
            story().adds(ann.get(), group, guests.toArray(PersonId[]::new));
            story().says(bob, group, "to eighteen");
            assertThat(list(Filter.ALL, "").subList(0, 2)).isEqualTo(List.of(group, before));
            assertThat(list(Filter.UNREAD, "")).isEqualTo(List.of(group));
            var after = with("after" + round);
            time.move(Duration.ofSeconds(1));
            guests.forEach(guest -> story().removes(ann.get(), group, guest));
            assertThat(list(Filter.ALL, "").subList(0, 2)).isEqualTo(List.of(group, after));
            assertThat(list(Filter.UNREAD, "")).isEqualTo(List.of(group));
            assertThat(ports().inbox().unreadTotal(ann.get())).isEqualTo(1);
            story().reads(ann.get(), group, Long.MAX_VALUE);
            assertThat(list(Filter.UNREAD, "")).isEmpty();
            assertThat(ports().inbox().unreadTotal(ann.get())).isZero();
        }
    }

    @Test
    void all_that_is_pinned_is_on_the_first_page_and_on_no_other() {
        var all = new ArrayList<ConversationId>();
        for (var i = 0; i < 9; i++) {
            all.addFirst(with("p" + i));
        }
        story().arranges(ann.get(), all.get(8), PIN);
        story().arranges(ann.get(), all.get(0), PIN);
        story().arranges(ann.get(), all.get(4), PIN);
        var first = ports().inbox().conversations(ann.get(), Selection.LIST, null, 2);
        assertThat(first.conversations())
                .extracting(c -> c.head().conversation())
                .isEqualTo(List.of(all.get(0), all.get(1), all.get(2), all.get(4), all.get(8)));
        assertThat(pages(Selection.LIST, 2)).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void the_archive_is_apart_and_a_search_looks_there_too() {
        var bob = with("bob");
        var bobby = with("bobby");
        story().arranges(ann.get(), bob, ARCHIVE);
        assertThat(list(Filter.ALL, "")).isEqualTo(List.of(bobby));
        assertThat(list(Filter.ARCHIVED, "")).isEqualTo(List.of(bob));
        assertThat(list(Filter.ALL, "bob")).isEqualTo(List.of(bobby, bob));
        assertThat(list(Filter.ARCHIVED, "bobby")).isEmpty();
        story().arranges(ann.get(), bob, PIN);
        assertThat(list(Filter.ALL, "")).isEqualTo(List.of(bobby));
        assertThat(list(Filter.ARCHIVED, "")).isEqualTo(List.of(bob));
    }

    @Test
    void unread_is_what_was_said_or_marked_and_not_seen() {
        var here = with("bob");
        var bob = ports().people().byUsername("bob").orElseThrow().id();
        var marked = with("cat");
        with("dan");
        story().says(bob, here, "hello");
        story().arranges(ann.get(), marked, MARK);
        assertThat(list(Filter.UNREAD, "")).containsExactlyInAnyOrder(here, marked);
        story().arranges(ann.get(), here, PIN);
        assertThat(list(Filter.UNREAD, "")).containsExactlyInAnyOrder(here, marked);
        story().reads(ann.get(), here, Long.MAX_VALUE);
        story().reads(ann.get(), marked, Long.MAX_VALUE);
        assertThat(list(Filter.UNREAD, "")).isEmpty();
    }

    @Test
    void one_buys_and_one_sells() {
        var bob = story().person("bob");
        var lamp = offer("lamp", ann.get(), "Lampe à huile");
        var chair = offer("chair", bob, "Chaise");
        var selling = story().accepted(new Command.StartAbout(bob, lamp, ann.get()));
        time.move(Duration.ofSeconds(1));
        var buying = story().accepted(new Command.StartAbout(ann.get(), chair, bob));
        with("cat");
        assertThat(list(Filter.SELLING, "")).isEqualTo(List.of(selling.conversation()));
        assertThat(list(Filter.BUYING, "")).isEqualTo(List.of(buying.conversation()));
        assertThat(list(Filter.BUYING, "lampe")).isEmpty();
        assertThat(list(Filter.ALL, "LAMPE huile")).isEqualTo(List.of(selling.conversation()));
        offer("lamp", ann.get(), "Lanterne");
        assertThat(list(Filter.ALL, "lampe")).isEmpty();
        assertThat(list(Filter.SELLING, "lant")).isEqualTo(List.of(selling.conversation()));
    }

    private ProductId offer(String id, PersonId seller, String title) {
        var product = new ProductId(id);
        ports().catalogue().put(new Product(product, seller, title, null, null, null));
        return product;
    }

    @Test
    void words_are_found_in_titles_and_in_the_names_of_others() {
        var eleonore = with("eleonore");
        var group = group(3);
        story().accepted(Command.Describe.titled(ann.get(), group, "Été à NOËL"));
        assertThat(list(Filter.ALL, "ÉLÉO")).isEqualTo(List.of(eleonore));
        assertThat(list(Filter.ALL, "noel ete")).isEqualTo(List.of(group));
        assertThat(list(Filter.ALL, "oe")).isEqualTo(List.of(group));
        assertThat(list(Filter.ALL, "ann")).isEmpty();
        assertThat(list(Filter.ALL, "noel eleo")).isEmpty();
        story().accepted(Command.Describe.titled(ann.get(), group, "Hiver"));
        assertThat(list(Filter.ALL, "noel")).isEmpty();
    }

    @Test
    void what_is_deleted_for_oneself_is_in_no_part_of_it() {
        var bob = with("bob");
        story().arranges(ann.get(), bob, ARCHIVE);
        story().clears(ann.get(), bob);
        story().arranges(ann.get(), bob, MARK);
        for (var filter : Filter.values()) {
            assertThat(list(filter, "")).isEmpty();
        }
        assertThat(list(Filter.ALL, "bob")).isEmpty();
        says(bob);
        assertThat(list(Filter.ALL, "bob")).isEqualTo(List.of(bob));
        story().arranges(ann.get(), bob, new Wish(null, Instant.EPOCH, null, null, null));
        assertThat(list(Filter.ALL, "")).isEqualTo(List.of(bob));
    }
}
