// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.receipts;

import io.palabre.core.Time;
import io.palabre.core.conversations.Fleeting;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.inbox.Conversation;
import io.palabre.core.inbox.Inbox;
import io.palabre.core.people.Blocks;
import io.palabre.core.people.People;
import io.palabre.core.people.Person;
import io.palabre.core.presence.Moment;
import io.palabre.core.receipts.Moved;
import io.palabre.core.receipts.Pacing;
import io.palabre.core.receipts.PacingRules;
import io.palabre.core.receipts.Receipts;
import io.palabre.server.delivery.Rooms;
import io.palabre.server.timing.Bell;
import io.palabre.server.wire.Json;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/// Tells those who have a conversation on screen whose cursors have moved: one call of the core's
/// pacing at a time, and what it answers is told before the next. Who has blocked somebody hears
/// nothing of them, and they nothing of who has.
public final class Notices implements AutoCloseable {
    private static final String MANY = "messages_read_many";

    private final Rooms rooms;
    private final Json json;
    private final Inbox inbox;
    private final People people;
    private final Receipts receipts;
    private final Blocks blocks;
    private final Time time;
    private final Pacing pacing = new Pacing(PacingRules.STANDARD);
    private final ReentrantLock turn = new ReentrantLock();
    private final Bell bell = new Bell("receipt notices", this::tick);

    /// Where it is kept what there is to tell.
    public record Store(Inbox inbox, People people, Receipts receipts, Blocks blocks) {}

    public Notices(Rooms rooms, Json json, Store store, Time time) {
        this.rooms = rooms;
        this.json = json;
        inbox = store.inbox();
        people = store.people();
        receipts = store.receipts();
        blocks = store.blocks();
        this.time = time;
    }

    record CursorMoved(String conversationId, String userId, long ord, long seq, Instant at) {
        static CursorMoved of(ConversationId conversation, Fleeting cursor) {
            return new CursorMoved(
                    conversation.toString(),
                    cursor.person().toString(),
                    cursor.ord(),
                    cursor.seq(),
                    cursor.at());
        }
    }

    record CursorsMoved(String conversationId, List<Cursor> cursors) {}

    /// Where one of the two is not told it is 0: cursors only grow.
    record Cursor(String userId, long readOrd, long deliveredOrd, Instant at) {}

    /// A cursor has moved; nobody hears of those who send no receipts, or are gone.
    public void moved(ConversationId conversation, Fleeting cursor) {
        var person = cursor.person();
        if (people.byId(person).map(one -> one.profile().sendsReceipts()).orElse(false)) {
            inbox.members(person, conversation, null, Conversation.SHOWN_MEMBERS + 1)
                    .map(members -> members.size() > Conversation.SHOWN_MEMBERS)
                    .ifPresent(large -> pace(new Moved(conversation, cursor), large));
        }
    }

    /// What somebody says about themselves was stored: they may want to hear of others or not, and
    /// others may hear of them again.
    public void profileChanged(PersonId person) {
        people.byId(person)
                .map(Person::profile)
                .ifPresent(
                        profile -> {
                            rooms.wantReceipts(person, profile.readReceipts());
                            if (profile.sendsReceipts()) {
                                receipts.letGo(person)
                                        .forEach(one -> moved(one.conversation(), one.cursor()));
                            }
                        });
    }

    @Override
    public void close() {
        bell.close();
    }

    private void pace(Moved moved, boolean large) {
        input(now -> pacing.moved(moved, large, now));
    }

    private void tick() {
        input(
                now -> {
                    bell.rung();
                    return pacing.tick(now);
                });
    }

    private void input(LongFunction<List<Pacing.Word>> call) {
        turn.lock();
        try {
            long now = Moment.of(time).millis();
            call.apply(now).forEach(this::tell);
            bell.set(pacing.nextDeadline(), now);
        } finally {
            turn.unlock();
        }
    }

    private void tell(Pacing.Word word) {
        if (word.together()) tellTogether(word);
        else word.cursors().forEach(cursor -> tell(word.conversation(), cursor));
    }

    private void tellTogether(Pacing.Word word) {
        var apart = new HashSet<PersonId>();
        word.cursors().forEach(cursor -> apart.addAll(blocks.around(cursor.person())));
        rooms.toLookers(word.conversation(), apart, MANY, json.write(together(word, _ -> true)));
        for (var person : apart) {
            var shape = together(word, moved -> !blocks.between(person, moved));
            if (!shape.cursors().isEmpty()) {
                rooms.toLooker(word.conversation(), person, MANY, () -> json.write(shape));
            }
        }
    }

    private static CursorsMoved together(Pacing.Word word, Predicate<PersonId> shown) {
        var cursors =
                word.cursors().stream()
                        .filter(cursor -> shown.test(cursor.person()))
                        .map(Notices::cursor)
                        .toList();
        return new CursorsMoved(word.conversation().toString(), cursors);
    }

    private static Cursor cursor(Fleeting cursor) {
        var person = cursor.person().toString();
        return switch (cursor) {
            case Fleeting.ReadMoved read -> new Cursor(person, read.ord(), read.ord(), read.at());
            case Fleeting.DeliveredMoved got -> new Cursor(person, 0, got.ord(), got.at());
        };
    }

    private void tell(ConversationId conversation, Fleeting cursor) {
        var except = new HashSet<>(blocks.around(cursor.person()));
        except.add(cursor.person());
        var shape = json.write(CursorMoved.of(conversation, cursor));
        rooms.toLookers(conversation, except, event(cursor), shape);
    }

    private static String event(Fleeting cursor) {
        return switch (cursor) {
            case Fleeting.ReadMoved _ -> "messages_read";
            case Fleeting.DeliveredMoved _ -> "messages_delivered";
        };
    }
}
