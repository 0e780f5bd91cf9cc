// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Arrangement;
import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Command.Wish;
import io.palabre.core.conversations.Line;
import io.palabre.core.conversations.Message;
import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.conversations.Personal;
import io.palabre.core.conversations.Role;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.inbox.Conversation;
import io.palabre.core.inbox.MuteEnd;
import io.palabre.core.inbox.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store does with how people arrange their conversations.
public abstract class ArrangementContract extends PortContract {

    private static final Wish ARCHIVE = new Wish(null, null, true, null, null);
    private static final Wish MARK = new Wish(null, null, null, true, null);
    private static final Wish PIN = new Wish(true, null, null, null, null);

    private final Lazily<PersonId> ann = new Lazily<>();
    private final Lazily<PersonId> bob = new Lazily<>();
    private final Lazily<ConversationId> here = new Lazily<>();

    @BeforeEach
    void meet() {
        ann.set(story().person("ann"));
        bob.set(story().person("bob"));
        here.set(story().group(ann.get(), bob.get()));
    }

    private Conversation seen() {
        return ports().inbox().conversation(bob.get(), here.get()).orElseThrow();
    }

    private Wish mute(Duration time) {
        return new Wish(null, this.time.now().plus(time), null, null, null);
    }

    @Test
    void each_thing_is_arranged_by_itself_and_stands_in_ones_own_log() {
        var until = time.now().plus(Duration.ofHours(8));
        story().arranges(bob.get(), here.get(), PIN);
        story().arranges(bob.get(), here.get(), mute(Duration.ofHours(8)));
        story().arranges(bob.get(), here.get(), new Wish(null, null, null, null, "Dear"));
        var expected = new Arrangement(true, until, false, false, "Dear", 0);
        assertThat(seen().arrangement()).isEqualTo(expected);
        var kept = new Arrangement(true, until, false, false, "", 0);
        assertThat(ports().log().ownAfter(bob.get(), 0, 10).getLast().event())
                .isEqualTo(new Personal.Arranged(here.get(), kept, false));
        var before = ports().log().ownHead(bob.get());
        assertThat(story().accepted(new Command.Arrange(bob.get(), here.get(), PIN)).repeated())
                .isTrue();
        assertThat(ports().log().ownHead(bob.get())).isEqualTo(before);
        assertThat(ports().inbox().conversation(ann.get(), here.get()).orElseThrow().arrangement())
                .isEqualTo(Arrangement.NONE);
    }

    @Test
    void a_mute_ends_by_itself_and_by_a_moment_that_has_passed() {
        story().says(ann.get(), here.get(), "hello");
        story().arranges(bob.get(), here.get(), mute(Duration.ofHours(1)));
        assertThat(ports().inbox().unreadTotal(bob.get())).isZero();
        time.move(Duration.ofHours(1));
        assertThat(ports().inbox().unreadTotal(bob.get())).isEqualTo(1);
        story().arranges(bob.get(), here.get(), mute(Duration.ofHours(1)));
        story().arranges(bob.get(), here.get(), new Wish(null, Instant.EPOCH, null, null, null));
        assertThat(seen().arrangement()).isEqualTo(Arrangement.NONE);
        assertThat(ports().inbox().unreadTotal(bob.get())).isEqualTo(1);
    }

    @Test
    void it_is_known_whose_mutes_end_by_themselves_and_when() {
        var now = time.now();
        assertThat(ports().inbox().nextMuteEnd(now)).isEmpty();
        story().arranges(bob.get(), here.get(), mute(Duration.ofHours(2)));
        story().arranges(ann.get(), here.get(), mute(Duration.ofHours(1)));
        var anns = now.plus(Duration.ofHours(1));
        var bobs = now.plus(Duration.ofHours(2));
        assertThat(ports().inbox().nextMuteEnd(now)).contains(anns);
        assertThat(ports().inbox().nextMuteEnd(anns)).contains(bobs);
        assertThat(ports().inbox().nextMuteEnd(bobs)).isEmpty();
        var ofAnn = new MuteEnd(ann.get(), here.get());
        var ofBob = new MuteEnd(bob.get(), here.get());
        assertThat(ports().inbox().mutesEnded(now, anns)).containsExactly(ofAnn);
        assertThat(ports().inbox().mutesEnded(now, bobs)).containsExactly(ofAnn, ofBob);
        assertThat(ports().inbox().mutesEnded(anns, bobs)).containsExactly(ofBob);
        story().arranges(bob.get(), here.get(), new Wish(null, Instant.EPOCH, null, null, null));
        assertThat(ports().inbox().nextMuteEnd(anns)).isEmpty();
    }

    @Test
    void a_message_takes_it_out_of_the_archive_of_those_who_have_not_muted_it() {
        story().arranges(bob.get(), here.get(), ARCHIVE);
        story().arranges(ann.get(), here.get(), ARCHIVE);
        story().arranges(ann.get(), here.get(), mute(Duration.ofHours(1)));
        story().accepted(Command.Describe.titled(ann.get(), here.get(), "Quiet"));
        assertThat(seen().arrangement().archived()).isTrue();
        story().says(bob.get(), here.get(), "hello");
        assertThat(seen().arrangement().archived()).isFalse();
        assertThat(ports().log().ownAfter(bob.get(), 0, 10).getLast().event())
                .isEqualTo(new Personal.Arranged(here.get(), Arrangement.NONE, true));
        var anns = ports().inbox().conversation(ann.get(), here.get()).orElseThrow();
        assertThat(anns.arrangement().archived()).isTrue();
        time.move(Duration.ofHours(2));
        story().says(bob.get(), here.get(), "again");
        anns = ports().inbox().conversation(ann.get(), here.get()).orElseThrow();
        assertThat(anns.arrangement().archived()).isFalse();
    }

    @Test
    void reading_and_writing_take_the_mark_of_unread_back() {
        story().arranges(bob.get(), here.get(), MARK);
        assertThat(seen().arrangement().markedUnread()).isTrue();
        story().reads(bob.get(), here.get(), 1);
        assertThat(seen().arrangement().markedUnread()).isFalse();
        story().arranges(bob.get(), here.get(), MARK);
        story().says(bob.get(), here.get(), "hello");
        assertThat(seen().arrangement().markedUnread()).isFalse();
    }

    @Test
    void deleted_for_oneself_it_is_empty_read_and_not_in_the_list() {
        var old = story().says(ann.get(), here.get(), "old");
        story().arranges(bob.get(), here.get(), PIN);
        story().clears(bob.get(), here.get());
        assertThat(ports().inbox().conversations(bob.get(), null, 9).conversations()).isEmpty();
        assertThat(ports().inbox().unreadTotal(bob.get())).isZero();
        assertThat(seen().lastMessage()).isNull();
        assertThat(seen().arrangement()).isEqualTo(Arrangement.NONE.cleared(old.seq()));
        assertThat(linesOf(bob.get())).isEmpty();
        assertThat(linesOf(ann.get())).hasSize(2);
        assertThat(ports().missed(bob.get(), here.get(), 0).orElseThrow()).isEmpty();
        assertThat(story().accepted(new Command.Clear(bob.get(), here.get())).repeated()).isTrue();

        var fresh = story().says(ann.get(), here.get(), "new");
        assertThat(ports().inbox().conversations(bob.get(), null, 9).conversations()).hasSize(1);
        assertThat(linesOf(bob.get())).isEqualTo(List.of(Message.untouched(fresh, null)));
        assertThat(seen().unread()).isEqualTo(1);
        story().leaves(bob.get(), here.get());
        assertThat(linesOf(bob.get())).hasSize(2).doesNotContain(Message.untouched(old, null));
    }

    private List<Line> linesOf(PersonId person) {
        var page = ports().inbox().timeline(person, here.get(), new Window.Latest(), 9);
        return page.orElseThrow().lines();
    }

    @Test
    void who_comes_back_begins_anew_and_in_their_place() {
        var cat = story().person("cat");
        story().adds(ann.get(), here.get(), cat);
        story().arranges(bob.get(), here.get(), ARCHIVE);
        story().clears(bob.get(), here.get());
        story().leaves(ann.get(), here.get());
        assertThat(seen().me().role()).isEqualTo(Role.OWNER);
        story().removes(bob.get(), here.get(), cat);
        story().adds(bob.get(), here.get(), cat);
        story().leaves(bob.get(), here.get());
        story().adds(cat, here.get(), bob.get());
        assertThat(seen().arrangement()).isEqualTo(Arrangement.NONE);
    }

    @Test
    void one_pins_fifty_at_most() {
        for (var i = 0; i < 50; i++) {
            story().arranges(bob.get(), story().group(bob.get()), PIN);
        }
        assertThat(story().refused(new Command.Arrange(bob.get(), here.get(), PIN)))
                .isEqualTo(Refusal.TOO_MANY_PINNED);
        story().arranges(bob.get(), here.get(), ARCHIVE);
    }

    @Test
    void strangers_arrange_nothing() {
        var eve = story().person("eve");
        assertThat(story().refused(new Command.Arrange(eve, here.get(), PIN)))
                .isEqualTo(Refusal.NOT_FOUND);
        assertThat(story().refused(new Command.Clear(eve, here.get())))
                .isEqualTo(Refusal.NOT_FOUND);
        assertThat(ports().log().ownAfter(eve, 0, 9)).extracting(OwnEntry::event).isEmpty();
    }
}
