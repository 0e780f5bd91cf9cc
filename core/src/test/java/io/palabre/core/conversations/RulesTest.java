// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.Refusal;
import io.palabre.core.ids.ClientId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.testing.InMemory;
import io.palabre.core.testing.ManualTime;
import io.palabre.core.testing.Story;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RulesTest {

    private final InMemory ports = InMemory.open(new ManualTime(), _ -> _ -> {});
    private final Story story = new Story(ports);
    private final PersonId ann = story.person("ann");
    private final PersonId bob = story.person("bob");
    private final PersonId eve = story.person("eve");
    private final ConversationId here = story.privately(ann, bob);
    private final ConversationId group = story.group(ann, bob);

    private int sent;

    private @Nullable Refusal sending(String type, String text, @Nullable Long replyTo) {
        var content = new Content(type, text, replyTo);
        var outcome =
                ports.log()
                        .commit(new Command.Post(ann, here, new ClientId("x" + ++sent), content));
        return outcome instanceof Outcome.Refused(var refusal) ? refusal : null;
    }

    @Test
    void a_text_has_up_to_sixteen_kibibytes_however_its_accents_are_written() {
        assertThat(sending("text", "a".repeat(16 * 1024), null)).isNull();
        assertThat(sending("text", "a".repeat(16 * 1024 + 1), null)).isEqualTo(Refusal.TOO_LARGE);
        assertThat(sending("text", "é".repeat(8 * 1024), null)).isNull();
        assertThat(sending("text", "e\u0301".repeat(8 * 1024), null)).isNull();
        assertThat(sending("text", "é".repeat(8 * 1024 + 1), null)).isEqualTo(Refusal.TOO_LARGE);
    }

    @Test
    void a_text_says_something_and_is_unicode() {
        assertThat(sending("text", "", null)).isEqualTo(Refusal.EMPTY_MESSAGE);
        assertThat(sending("text", " \n\t", null)).isEqualTo(Refusal.EMPTY_MESSAGE);
        for (var nothing :
                List.of(
                        "\u200b",
                        "\u200d",
                        "\u202e",
                        "\u2060",
                        "\ufeff",
                        "\u00a0\u3000",
                        "\u3164\ufe0f")) {
            assertThat(sending("text", nothing, null)).isEqualTo(Refusal.EMPTY_MESSAGE);
        }
        assertThat(sending("text", "\u200b.", null)).isNull();
        assertThat(sending("text", "half \ud83d", null)).isEqualTo(Refusal.BAD_TEXT);
    }

    @Test
    void types_are_words_and_some_are_the_servers_own() {
        assertThat(sending("sticker_2", "1", null)).isNull();
        assertThat(sending("system", "22", null)).isEqualTo(Refusal.BAD_MESSAGE_TYPE);
        assertThat(sending("call", "22", null)).isEqualTo(Refusal.BAD_MESSAGE_TYPE);
        assertThat(sending("Not a word", "22", null)).isEqualTo(Refusal.BAD_MESSAGE_TYPE);
        assertThat(sending("", "22", null)).isEqualTo(Refusal.BAD_MESSAGE_TYPE);
    }

    @Test
    void one_answers_messages_that_one_may_see() {
        var asked = story.says(bob, here, "question");
        assertThat(sending("text", "a", asked.seq())).isNull();
        assertThat(sending("text", "bb", 1L)).isEqualTo(Refusal.MESSAGE_NOT_FOUND);
        assertThat(sending("text", "bb", 99L)).isEqualTo(Refusal.MESSAGE_NOT_FOUND);
        assertThat(sending("text", "bb", -1L)).isEqualTo(Refusal.MESSAGE_NOT_FOUND);

        var old = story.says(ann, group, "before eve");
        story.adds(ann, group, eve);
        var reply = new Content("text", "me too", old.seq());
        assertThat(story.refused(new Command.Post(eve, group, new ClientId("r"), reply)))
                .isEqualTo(Refusal.MESSAGE_NOT_FOUND);
    }

    @Test
    void a_plain_member_changes_nothing_of_a_group() {
        for (var command :
                List.of(
                        new Command.AddMembers(bob, group, List.of(eve)),
                        new Command.RemoveMember(bob, group, ann),
                        new Command.GiveRole(bob, group, bob, Role.OWNER),
                        Command.Describe.titled(bob, group, "Mine"))) {
            assertThat(story.refused(command)).isEqualTo(Refusal.NOT_ALLOWED);
        }
    }

    @Test
    void an_administrator_adds_removes_plain_members_and_renames_but_appoints_nobody() {
        story.adds(ann, group, eve);
        story.accepted(new Command.GiveRole(ann, group, bob, Role.ADMIN));
        story.accepted(Command.Describe.titled(bob, group, "Ours"));
        story.removes(bob, group, eve);
        story.adds(bob, group, eve);
        story.accepted(new Command.GiveRole(ann, group, eve, Role.ADMIN));
        for (var command :
                List.of(
                        new Command.RemoveMember(bob, group, ann),
                        new Command.RemoveMember(bob, group, eve),
                        new Command.GiveRole(bob, group, eve, Role.MEMBER))) {
            assertThat(story.refused(command)).isEqualTo(Refusal.NOT_ALLOWED);
        }
        story.removes(ann, group, eve);
    }

    private Role roleOf(PersonId person) {
        return ports.inbox().conversation(person, group).orElseThrow().me().role();
    }

    @Test
    void the_owner_hands_the_group_over_and_is_an_administrator_then() {
        story.accepted(new Command.GiveRole(ann, group, bob, Role.OWNER));
        assertThat(roleOf(bob)).isEqualTo(Role.OWNER);
        assertThat(roleOf(ann)).isEqualTo(Role.ADMIN);
        assertThat(story.refused(new Command.GiveRole(ann, group, ann, Role.OWNER)))
                .isEqualTo(Refusal.NOT_ALLOWED);
        assertThat(story.refused(new Command.GiveRole(bob, group, bob, Role.ADMIN)))
                .isEqualTo(Refusal.OWNER_REQUIRED);
        assertThat(story.refused(new Command.GiveRole(bob, group, eve, Role.ADMIN)))
                .isEqualTo(Refusal.PERSON_NOT_FOUND);
        assertThat(story.accepted(new Command.GiveRole(bob, group, ann, Role.ADMIN)).repeated())
                .isTrue();
    }

    @Test
    void an_administrator_inherits_before_an_elder_member() {
        story.adds(ann, group, eve);
        story.accepted(new Command.GiveRole(ann, group, eve, Role.ADMIN));
        var left = story.accepted(new Command.Leave(ann, group));
        assertThat(left.entries().getFirst().event()).isEqualTo(new Durable.MemberLeft(eve));
        assertThat(roleOf(eve)).isEqualTo(Role.OWNER);
        assertThat(roleOf(bob)).isEqualTo(Role.MEMBER);
    }

    @Test
    void title_and_picture_change_together_or_not_at_all() {
        var both = story.accepted(new Command.Describe(ann, group, "New", "/pictures/1.png"));
        assertThat(both.entries())
                .extracting(Entry::event)
                .isEqualTo(
                        List.of(
                                new Durable.Renamed("New"),
                                new Durable.PictureChanged("/pictures/1.png")));
        assertThat(story.refused(new Command.Describe(ann, group, "Newer", "javascript:alert(1)")))
                .isEqualTo(Refusal.BAD_PICTURE);
        assertThat(story.refused(new Command.Describe(ann, group, " ", "/pictures/2.png")))
                .isEqualTo(Refusal.BAD_TITLE);
        var head = ports.inbox().conversation(ann, group).orElseThrow().head();
        assertThat(head.title()).isEqualTo("New");
        assertThat(head.avatarUrl()).isEqualTo("/pictures/1.png");
        assertThat(story.accepted(new Command.Describe(ann, group, "New", null)).repeated())
                .isTrue();
        story.accepted(new Command.Describe(ann, group, null, ""));
        assertThat(ports.inbox().conversation(ann, group).orElseThrow().head().avatarUrl())
                .isNull();
    }

    @Test
    void a_picture_is_here_or_on_https() {
        for (var fine : List.of("/a", "https://example.org/a?b=c&d=%20", "/api/attachments/1")) {
            story.accepted(new Command.Describe(ann, group, null, fine));
        }
        for (var bad :
                List.of(
                        "//evil.example/a",
                        "http://example.org/a",
                        "data:image/png;base64,AA",
                        "a.png",
                        "/a b",
                        "/a\"onload=",
                        "/\\evil",
                        "https://",
                        "/" + "a".repeat(1_000))) {
            assertThat(story.refused(new Command.Describe(ann, group, null, bad)))
                    .as(bad)
                    .isEqualTo(Refusal.BAD_PICTURE);
        }
    }

    @Test
    void a_group_asked_for_twice_under_one_client_id_is_one_group() {
        var wish = new Command.StartGroup(ann, "G", List.of(bob, eve), new ClientId("g1"));
        var first = story.accepted(wish);
        var again = story.accepted(wish);
        assertThat(again.repeated()).isTrue();
        assertThat(again.conversation()).isEqualTo(first.conversation());
        var mixed = new Command.StartGroup(ann, " G ", List.of(eve, bob, ann), new ClientId("g1"));
        assertThat(story.accepted(mixed).conversation()).isEqualTo(first.conversation());
        var other = new Command.StartGroup(ann, "H", List.of(bob, eve), new ClientId("g1"));
        assertThat(story.refused(other)).isEqualTo(Refusal.CID_CONFLICT);
        var bobs = new Command.StartGroup(bob, "G", List.of(ann, eve), new ClientId("g1"));
        assertThat(story.accepted(bobs).repeated()).isFalse();
        var without = new Command.StartGroup(ann, "G", List.of(bob, eve));
        assertThat(story.accepted(without).conversation())
                .isNotEqualTo(story.accepted(without).conversation());
    }

    @Test
    void a_group_holds_a_thousand_and_not_one_more() {
        var crowd = IntStream.range(0, 999).mapToObj(i -> story.person("crowd" + i)).toList();
        var full = story.group(ann, crowd.toArray(PersonId[]::new));
        assertThat(story.refused(new Command.AddMembers(ann, full, List.of(bob))))
                .isEqualTo(Refusal.TOO_MANY_MEMBERS);
        var more = Stream.concat(crowd.stream(), Stream.of(bob)).toList();
        assertThat(story.refused(new Command.StartGroup(ann, "G", more)))
                .isEqualTo(Refusal.TOO_MANY_MEMBERS);
        story.leaves(crowd.getFirst(), full);
        story.adds(ann, full, bob);
    }

    @Test
    void to_strangers_nothing_exists() {
        for (var where : List.of(here, group)) {
            for (var command :
                    List.of(
                            Story.post(eve, where, "x", "hi"),
                            new Command.MarkRead(eve, where, 1),
                            new Command.AddMembers(eve, where, List.of(eve)),
                            new Command.RemoveMember(eve, where, ann),
                            new Command.Leave(eve, where),
                            Command.Describe.titled(eve, where, "Mine"))) {
                assertThat(story.refused(command)).isEqualTo(Refusal.NOT_FOUND);
            }
        }
    }

    @Test
    void a_private_conversation_keeps_its_two() {
        for (var command :
                List.of(
                        new Command.AddMembers(ann, here, List.of(eve)),
                        new Command.RemoveMember(ann, here, bob),
                        new Command.Leave(ann, here),
                        Command.Describe.titled(ann, here, "Ours"))) {
            assertThat(story.refused(command)).isEqualTo(Refusal.NOT_A_GROUP);
        }
    }

    @Test
    void titles_are_short_plain_lines() {
        for (var title :
                List.of("", "  ", "a".repeat(101), "two\nlines", "half \ud83d", "turned \u202e")) {
            assertThat(story.refused(new Command.StartGroup(ann, title, List.of())))
                    .isEqualTo(Refusal.BAD_TITLE);
            assertThat(story.refused(Command.Describe.titled(ann, group, title)))
                    .isEqualTo(Refusal.BAD_TITLE);
        }
        var renamed = story.accepted(Command.Describe.titled(ann, group, "  😀".repeat(25) + " "));
        assertThat(renamed.entries().getFirst().event())
                .isEqualTo(new Durable.Renamed("  😀".repeat(25).strip()));
    }

    @Test
    void a_group_has_its_starter_and_each_other_once() {
        var started = story.accepted(new Command.StartGroup(ann, "G", List.of(bob, ann, bob)));
        assertThat(started.entries().getFirst().event())
                .isEqualTo(new Durable.Created(ConversationType.GROUP, "G", List.of(ann, bob)));
    }

    @Test
    void what_is_so_already_is_accepted_and_appends_nothing() {
        story.accepted(Command.Describe.titled(ann, group, "Same"));
        assertThat(story.accepted(Command.Describe.titled(ann, group, "Same")).repeated()).isTrue();
        assertThat(story.accepted(new Command.AddMembers(ann, group, List.of(bob))).repeated())
                .isTrue();
        assertThat(story.accepted(new Command.MarkRead(bob, group, 1)).repeated()).isTrue();
    }

    @Test
    void who_is_not_there_cannot_be_removed() {
        assertThat(story.refused(new Command.RemoveMember(ann, group, eve)))
                .isEqualTo(Refusal.PERSON_NOT_FOUND);
    }

    @Test
    void removing_oneself_is_leaving() {
        story.removes(ann, group, ann);
        assertThat(ports.log().after(group, 1, 1).getFirst().event())
                .isEqualTo(new Durable.MemberLeft(bob));
    }

    @Test
    void the_last_to_leave_leaves_nobody_an_owner() {
        story.leaves(bob, group);
        story.leaves(ann, group);
        assertThat(ports.log().after(group, 2, 1).getFirst().event())
                .isEqualTo(new Durable.MemberLeft(null));
    }

    @Test
    void a_fingerprint_tells_contents_apart_and_depends_on_the_key() {
        var fingerprints = new Fingerprints(new byte[] {1});
        var content = new Content("text", "ab", null);
        assertThat(fingerprints.of(content)).isEqualTo(fingerprints.of(Content.text("ab")));
        assertThat(fingerprints.of(content))
                .isNotEqualTo(fingerprints.of(new Content("texta", "b", null)))
                .isNotEqualTo(fingerprints.of(new Content("text", "ab", 1L)))
                .isNotEqualTo(new Fingerprints(new byte[] {2}).of(content));
    }
}
