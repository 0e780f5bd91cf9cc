// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.conversations.Command;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.search.Found;
import io.palabre.core.search.Search.Query;
import io.palabre.core.search.Search.Scope;
import io.palabre.core.search.Terms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What holds for [io.palabre.core.search.Search], however it is done.
public abstract class SearchContract extends PortContract {

    private static final int ATTEMPTS = 2_000;
    private static final int PAGE = 10;

    @ParameterizedTest
    @CsvSource({
        "Le tissu vert est élégant, elega",
        "Le tissu vert est élégant, ÉLÉGANT",
        "Le tissu vert est élégant, ve",
        "Le tissu vert est élégant, tissu élé",
        "Le tissu vert est élégant, nt",
        "The weather is lovely, eath",
        "今天天气很好, 天气",
        "今天天气很好, 好",
        "こんにちは世界, にち",
        "Straße und Fluß, STRASSE",
        "Sa sœur et son œuvre, soeur OEUVRE",
        "Sa soeur, sœur",
        "Σίσυφος, σισυφοσ",
        "100 % coton: 2 x 50 €, 100%",
        "cœur d'alène, alene"
    })
    void a_part_of_a_word_finds_it(String text, String typed) {
        var ann = story().person("ann");
        var here = story().privately(ann, story().person("bob"));
        story().says(ann, here, "something else");
        story().says(ann, here, text);
        last(ann, here);
        assertThat(texts(ann, typed)).containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource({"elag", "tisu", "vert bleu", "v_rt", "ve%t", "vertest", "NOT", "gants"})
    void what_is_not_in_it_does_not(String typed) {
        var ann = story().person("ann");
        var here = story().privately(ann, story().person("bob"));
        story().says(ann, here, "Le tissu vert est élégant");
        last(ann, here);
        assertThat(texts(ann, typed)).isEmpty();
    }

    @Test
    void only_what_one_may_see_is_found() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var eve = story().person("eve");
        var here = story().group(ann, bob);
        story().says(ann, here, "secret one");
        story().adds(ann, here, eve);
        story().says(ann, here, "secret two");
        story().leaves(bob, here);
        story().says(ann, here, "secret three");
        last(ann, here);
        assertThat(texts(ann, "secret")).hasSize(3);
        assertThat(texts(eve, "secret")).containsExactly("secret three", "secret two");
        assertThat(texts(bob, "secret")).isEmpty();
        assertThat(find(bob, "secret", here)).isNull();
        assertThat(ports().search().find(ann, query("secret", nowhere(), null, null))).isEmpty();
    }

    @Test
    void conversations_and_senders_narrow_it() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var one = story().privately(ann, bob);
        var two = story().group(ann, bob);
        story().says(ann, one, "green one");
        story().says(bob, two, "green two");
        last(ann, one);
        last(ann, two);
        assertThat(texts(ann, "green")).hasSize(2);
        var found = ports().search().find(ann, query("green", one, null, null)).orElseThrow();
        assertThat(found.hits()).hasSize(1);
        var hers = ports().search().find(ann, query("green", null, bob, null)).orElseThrow();
        assertThat(hers.hits()).hasSize(1);
        assertThat(hers.hits().getFirst().place().message().conversation()).isEqualTo(two);
    }

    @Test
    void times_narrow_it_also_page_by_page() {
        var ann = story().person("ann");
        var places = List.of(story().group(ann), story().group(ann));
        var said = new ArrayList<Found.Place>();
        for (var i = 0; i < 40; i++) {
            time.move(Duration.ofSeconds(1));
            var entry = story().says(ann, places.get(i % 2), "number " + i);
            said.add(new Found.Place(entry.at(), entry.id()));
        }
        places.forEach(place -> last(ann, place));
        var scope = new Scope(null, null, said.get(5).at(), said.get(30).at());
        var found = new ArrayList<Found.Place>();
        Found.@Nullable Place from = null;
        do {
            var query = new Query(Terms.of("umber").orElseThrow(), scope, from, PAGE);
            var page = ports().search().find(ann, query).orElseThrow();
            page.hits().forEach(hit -> found.add(hit.place()));
            from = page.next();
        } while (from != null);
        assertThat(found).isEqualTo(said.subList(5, 30).reversed());
    }

    @Test
    void pages_follow_each_other_newest_first() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var places = List.of(story().privately(ann, bob), story().group(ann), story().group(ann));
        var said = new ArrayList<Found.Place>();
        for (var i = 0; i < 35; i++) {
            if (i % 3 == 0) {
                time.move(Duration.ofSeconds(1));
            }
            var entry = story().says(ann, places.get(i * 7 % 3), "number " + i);
            said.add(new Found.Place(entry.at(), entry.id()));
        }
        places.forEach(place -> last(ann, place));
        said.sort(null);
        var found = new ArrayList<Found.Place>();
        Found.@Nullable Place from = null;
        do {
            var page = ports().search().find(ann, query("umber", null, null, from)).orElseThrow();
            page.hits().forEach(hit -> found.add(hit.place()));
            from = page.next();
        } while (from != null);
        assertThat(found).isEqualTo(said.reversed());
    }

    @Test
    void messages_are_found_by_what_they_say_now() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var here = story().privately(ann, bob);
        var changed = story().says(ann, here, "old words").id();
        var deleted = story().says(ann, here, "new sayings").id();
        var hidden = story().says(ann, here, "new hideout").id();
        last(ann, here);
        story().accepted(new Command.Edit(ann, changed, "new wording", List.of()));
        story().deletes(ann, deleted);
        story().accepted(new Command.Hide(bob, hidden));
        last(ann, here);
        assertThat(texts(ann, "old")).isEmpty();
        assertThat(texts(ann, "new")).containsExactly("new hideout", "new wording");
        assertThat(texts(bob, "new")).containsExactly("new wording");
    }

    /// Says something last and waits until that is found.
    private void last(PersonId by, ConversationId where) {
        var seq = story().says(by, where, "zzzz").seq();
        for (var i = 0; i < ATTEMPTS; i++) {
            var found = find(by, "zzzz", where);
            if (found != null
                    && found.hits().stream().anyMatch(h -> h.place().message().seq() == seq)) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        throw new AssertionError("it was never found");
    }

    private @Nullable Found find(PersonId reader, String typed, ConversationId where) {
        return ports().search().find(reader, query(typed, where, null, null)).orElse(null);
    }

    private static Query query(
            String typed,
            @Nullable ConversationId where,
            @Nullable PersonId sender,
            Found.@Nullable Place from) {
        var scope = new Scope(where, sender, null, null);
        return new Query(Terms.of(typed).orElseThrow(), scope, from, PAGE);
    }

    private List<String> texts(PersonId reader, String typed) {
        return ports()
                .search()
                .find(reader, query(typed, null, null, null))
                .orElseThrow()
                .hits()
                .stream()
                .map(hit -> hit.message().content().text())
                .toList();
    }
}
