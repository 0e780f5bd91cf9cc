// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Fleeting;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.inbox.Member;
import io.palabre.core.people.Profile;
import io.palabre.core.people.Status;
import io.palabre.core.receipts.Mark;
import io.palabre.core.receipts.Moved;
import io.palabre.core.receipts.Reach;
import io.palabre.core.receipts.Receipt;
import io.palabre.core.receipts.Receipts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every [io.palabre.core.receipts.Receipts] does.
public abstract class ReceiptsContract extends PortContract {

    @Test
    void what_devices_have_got_only_grows_and_never_passes_the_end() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var here = story().privately(ann, bob);
        story().saysMuch(ann, here, 3);

        assertThat(deliver(bob, here, 3)).containsExactly(moved(bob, here, 2, 3));
        assertThat(deliver(bob, here, 2)).isEmpty();
        assertThat(deliver(bob, here, 3)).isEmpty();
        assertThat(deliver(bob, here, Long.MAX_VALUE)).containsExactly(moved(bob, here, 3, 4));
        assertThat(seen(ann, here, bob).deliveredOrd()).isEqualTo(3);
        assertThat(seen(ann, here, bob).readOrd()).isZero();
    }

    @Test
    void who_has_read_has_got_it_and_strangers_have_nothing_to_get() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var here = story().privately(ann, bob);
        story().saysMuch(ann, here, 2);
        story().reads(bob, here, 3);
        assertThat(seen(ann, here, bob).deliveredOrd()).isEqualTo(2);
        assertThat(deliver(bob, here, 3)).isEmpty();
        assertThat(deliver(story().person("eve"), here, 3)).isEmpty();
        assertThat(deliver(ann, new ConversationId(ann.ulid()), 3)).isEmpty();
    }

    @Test
    void of_a_message_one_learns_whom_it_reached_and_when() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var cem = story().person("cem");
        var here = story().group(ann, bob, cem, story().person("dan"));
        var said = story().says(ann, here, "hello");
        time.move(Duration.ofMinutes(1));
        deliver(bob, here, said.seq());
        var got = time.now();
        time.move(Duration.ofMinutes(1));
        story().reads(cem, here, said.seq());

        var reach = reach(ann, said.id()).orElseThrow();
        assertThat(reach.receipts())
                .containsExactlyInAnyOrder(
                        new Receipt(bob, false, null, got),
                        new Receipt(cem, true, time.now(), null));
        assertThat(reach).isEqualTo(new Reach(reach.receipts(), 1, 2, 3));
        assertThat(ports().receipts().of(ann, said.id(), 1).orElseThrow().receipts()).hasSize(1);
    }

    @Test
    void it_is_not_for_strangers_nor_about_those_who_came_later() {
        var ann = story().person("ann");
        var here = story().group(ann);
        var said = story().says(ann, here, "hello");
        var eve = story().person("eve");
        assertThat(reach(eve, said.id())).isEmpty();
        story().adds(ann, here, eve);
        assertThat(reach(eve, said.id())).isEmpty();
        assertThat(reach(ann, said.id())).contains(new Reach(List.of(), 0, 0, 0));
        assertThat(reach(ann, new MessageId(here, 1))).isEmpty();
    }

    @Test
    void of_what_one_has_hidden_one_learns_nothing() {
        var ann = story().person("ann");
        var here = story().privately(ann, story().person("bob"));
        var said = story().says(ann, here, "hello");
        assertThat(receipts().of(ann, said.id(), 10)).isPresent();
        story().accepted(new Command.Hide(ann, said.id()));
        assertThat(receipts().of(ann, said.id(), 10)).isEmpty();
    }

    @Test
    void of_the_invisible_others_see_neither_what_they_read_nor_later_when() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var here = story().privately(ann, bob);
        var first = story().says(ann, here, "1");
        story().reads(bob, here, first.seq());
        describe(bob, Status.INVISIBLE, true);
        var second = story().says(ann, here, "2");
        story().reads(bob, here, second.seq());
        assertThat(deliver(bob, here, second.seq())).isEmpty();

        assertThat(seen(ann, here, bob).readOrd()).isEqualTo(1);
        assertThat(seen(ann, here, bob).deliveredOrd()).isEqualTo(1);
        assertThat(reach(ann, second.id()).orElseThrow().receipts()).isEmpty();
        assertThat(ports().inbox().conversation(bob, here).orElseThrow().unread()).isZero();
        assertThat(ports().inbox().conversation(bob, here).orElseThrow().me().readOrd())
                .isEqualTo(2);

        describe(bob, Status.AVAILABLE, true);
        assertThat(seen(ann, here, bob).readOrd()).isEqualTo(2);
        assertThat(reach(ann, second.id()).orElseThrow().receipts())
                .containsExactly(new Receipt(bob, true, null, null));
    }

    @Test
    void who_sends_no_receipts_sends_none_from_a_conversation_that_begins_then() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        describe(bob, Status.AVAILABLE, false);
        var here = story().privately(ann, bob);
        var said = story().says(ann, here, "1");
        story().reads(bob, here, said.seq());
        assertThat(seen(ann, here, bob).readOrd()).isZero();
        assertThat(ports().people().byId(bob).orElseThrow().profile().readReceipts()).isFalse();
    }

    @Test
    void what_was_read_while_hiding_is_let_go_afterwards() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var here = story().privately(ann, bob);
        describe(bob, Status.INVISIBLE, true);
        var said = story().says(ann, here, "1");
        story().reads(bob, here, said.seq());
        assertThat(receipts().letGo(bob)).isEmpty();
        describe(bob, Status.AVAILABLE, true);
        assertThat(receipts().letGo(bob))
                .containsExactly(
                        new Moved(here, new Fleeting.ReadMoved(bob, 1, said.seq(), time.now())));
        assertThat(receipts().letGo(bob)).isEmpty();
    }

    @Test
    void who_comes_back_begins_anew() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var here = story().group(ann, bob);
        var said = story().says(ann, here, "1");
        deliver(bob, here, said.seq());
        story().removes(ann, here, bob);
        assertThat(deliver(bob, here, said.seq())).isEmpty();
        story().adds(ann, here, bob);
        assertThat(reach(ann, said.id())).contains(new Reach(List.of(), 0, 0, 0));
    }

    private List<Moved> deliver(PersonId person, ConversationId where, long seq) {
        return receipts().deliver(List.of(new Mark(person, where, seq)));
    }

    private Moved moved(PersonId person, ConversationId where, long ord, long seq) {
        return new Moved(where, new Fleeting.DeliveredMoved(person, ord, seq, time.now()));
    }

    private Optional<Reach> reach(PersonId reader, MessageId message) {
        return receipts().of(reader, message, 10);
    }

    private Member seen(PersonId reader, ConversationId where, PersonId member) {
        return ports().inbox().conversation(reader, where).orElseThrow().members().stream()
                .filter(one -> one.person().equals(member))
                .findFirst()
                .orElseThrow();
    }

    private void describe(PersonId person, Status status, boolean readReceipts) {
        ports().people().describe(person, new Profile("Name", null, status, null, readReceipts));
    }

    private Receipts receipts() {
        return ports().receipts();
    }
}
