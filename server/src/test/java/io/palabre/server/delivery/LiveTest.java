// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Content;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Outcome;
import io.palabre.core.conversations.Role;
import io.palabre.core.ids.ClientId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.people.Enrolment;
import io.palabre.core.people.Newcomer;
import io.palabre.core.presence.Presence;
import io.palabre.server.conversations.Views;
import io.palabre.server.wire.Json;
import io.palabre.server.wire.Users;
import io.palabre.sql.SqliteStore;
import io.palabre.sql.StoreOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is told of an entry when more has happened since.
class LiveTest {
    @TempDir Path folder;

    /// A group that ann owns and bob is in from the beginning; cat comes later.
    private static final class Group {
        private final SqliteStore store;
        private final Live live;
        private final PersonId ann;
        private final PersonId bob;
        private final PersonId cat;
        private final ConversationId id;
        private final AtomicInteger clientIds = new AtomicInteger();

        Group(SqliteStore store) {
            this.store = store;
            ann = person(store, "ann");
            bob = person(store, "bob");
            cat = person(store, "cat");
            var blocks = store.blocks();
            var users = new Users(_ -> Presence.UNKNOWN, blocks);
            var views = new Views(store.inbox(), store.people(), blocks, users);
            live =
                    new Live(
                            new Wording(views, store.inbox(), blocks, new Totals(_ -> 0)),
                            store.inbox());
            id = accepted(new Command.StartGroup(ann, "Group", List.of(bob))).conversation();
        }

        private static PersonId person(SqliteStore store, String name) {
            var enrolment = store.people().enrol(Newcomer.named(name, name));
            return ((Enrolment.Enrolled) enrolment).person().id();
        }

        Outcome.Accepted accepted(Command command) {
            return (Outcome.Accepted) store.log().commit(command);
        }

        Entry does(Command command) {
            return accepted(command).entries().getFirst();
        }

        Entry says(PersonId by, String words, @Nullable Long replyTo) {
            var clientId = new ClientId("c" + clientIds.incrementAndGet());
            return does(new Command.Post(by, id, clientId, new Content("text", words, replyTo)));
        }

        Entry edits(Entry message, String words) {
            return does(new Command.Edit(message.by(), message.id(), words, List.of()));
        }

        Entry adds(PersonId person) {
            return does(new Command.AddMembers(ann, id, List.of(person)));
        }

        Entry leaves(PersonId person) {
            return does(new Command.Leave(person, id));
        }

        /// What a person who hears the entry is told of it.
        String told(Entry entry, PersonId person) {
            var told = live.of(entry);
            return told.less().stream()
                    .filter(version -> version.people().contains(person))
                    .map(Live.Version::worded)
                    .findFirst()
                    .map(Group::text)
                    .orElseGet(() -> text(told.most()));
        }

        private static String text(Wording.Worded worded) {
            return new Json().write(worded.data());
        }
    }

    private void inGroup(Consumer<Group> test) {
        try (var store = SqliteStore.open(folder, StoreOptions.standard(), _ -> _ -> {})) {
            test.accept(new Group(store));
        }
    }

    @Test
    void who_came_later_and_has_left_since_hears_nothing_of_an_earlier_message() {
        inGroup(
                group -> {
                    var early = group.says(group.ann, "early", null);
                    group.adds(group.cat);
                    var edit = group.edits(early, "early secret");
                    group.leaves(group.cat);
                    assertThat(group.told(edit, group.cat))
                            .contains("\"seq\":" + edit.seq())
                            .doesNotContain("message");
                    assertThat(group.told(edit, group.bob)).contains("early secret");
                });
    }

    @Test
    void who_has_left_since_hears_the_words_of_that_number_and_not_later_ones() {
        inGroup(
                group -> {
                    var said = group.says(group.ann, "one", null);
                    var edit = group.edits(said, "two");
                    var reply = group.says(group.ann, "yes", said.seq());
                    group.leaves(group.bob);
                    group.edits(said, "three");
                    assertThat(group.told(edit, group.bob)).contains("two").doesNotContain("three");
                    assertThat(group.told(reply, group.bob)).contains("two");
                    group.does(new Command.Delete(group.ann, said.id()));
                    assertThat(group.told(edit, group.bob)).doesNotContain("two", "three");
                });
    }

    @Test
    void who_has_cleared_or_hidden_it_since_hears_the_number_alone() {
        inGroup(
                group -> {
                    var said = group.says(group.ann, "one", null);
                    group.accepted(new Command.Hide(group.bob, said.id()));
                    var edit = group.edits(said, "two");
                    assertThat(group.told(edit, group.bob)).doesNotContain("two");
                    group.accepted(new Command.Clear(group.ann, group.id));
                    assertThat(group.told(edit, group.ann)).doesNotContain("two");
                });
    }

    @Test
    void a_reply_tells_those_who_came_later_nothing_of_what_it_answers() {
        inGroup(
                group -> {
                    var early = group.says(group.ann, "early", null);
                    group.adds(group.cat);
                    var reply = group.says(group.bob, "yes", early.seq());
                    assertThat(group.told(reply, group.cat))
                            .contains("yes", "replyTo")
                            .doesNotContain("early", "quote");
                    assertThat(group.told(reply, group.ann)).contains("early");
                });
    }

    @Test
    void who_has_left_since_does_not_hear_how_the_group_is_without_them() {
        inGroup(
                group -> {
                    var titled = Command.Describe.titled(group.bob, group.id, "Before");
                    group.accepted(
                            new Command.GiveRole(group.ann, group.id, group.bob, Role.ADMIN));
                    var renamed = group.does(titled);
                    group.leaves(group.bob);
                    group.accepted(Command.Describe.titled(group.ann, group.id, "Secret"));
                    assertThat(group.told(renamed, group.bob))
                            .contains("Before")
                            .doesNotContain("Secret");
                    assertThat(group.told(renamed, group.ann)).contains("\"conversation\":");
                });
    }
}
