// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.typing;

import io.palabre.core.Time;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.people.Blocks;
import io.palabre.core.presence.DeviceId;
import io.palabre.core.presence.Moment;
import io.palabre.core.typing.Told;
import io.palabre.core.typing.Typing;
import io.palabre.core.typing.TypingRules;
import io.palabre.server.delivery.Rooms;
import io.palabre.server.edge.Arrivals;
import io.palabre.server.edge.Client;
import io.palabre.server.timing.Bell;
import io.palabre.server.wire.Json;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/// Those who are writing, alive: one call at a time, and what it answers is told before the next.
/// Who is not seen online is not seen to write.
public final class Typists implements Arrivals, AutoCloseable {
    private final Rooms rooms;
    private final Json json;
    private final Eyes eyes;
    private final Time time;
    private final Typing typing = new Typing(TypingRules.STANDARD);
    private final ReentrantLock turn = new ReentrantLock();
    private final Bell bell = new Bell("typing", this::tick);

    /// Who sees whom.
    ///
    /// @param isSeen whether others see somebody online
    /// @param blocks who sees nothing of whom
    public record Eyes(Predicate<PersonId> isSeen, Blocks blocks) {}

    public Typists(Rooms rooms, Json json, Eyes eyes, Time time) {
        this.rooms = rooms;
        this.json = json;
        this.eyes = eyes;
        this.time = time;
    }

    record UserTyping(String conversationId, String userId, boolean isTyping) {}

    void starts(Client client, ConversationId conversation) {
        var person = client.caller();
        if (eyes.isSeen().test(person)) {
            input(now -> typing.starts(device(client), person, conversation, now));
        }
    }

    /// It does not write there, or does not have it on screen any more.
    public void stops(Client client, ConversationId conversation) {
        input(now -> typing.stops(device(client), conversation, now));
    }

    /// Somebody has sent what they wrote, or has left the conversation.
    public void fellSilent(PersonId person, ConversationId conversation) {
        input(now -> typing.fellSilent(person, conversation, now));
    }

    /// How somebody wishes to appear was stored.
    public void wished(PersonId person) {
        if (!eyes.isSeen().test(person)) input(now -> typing.hidden(person, now));
    }

    @Override
    public void arrived(Client client) {}

    @Override
    public void left(Client client) {
        input(now -> typing.gone(device(client), now));
    }

    @Override
    public void close() {
        bell.close();
    }

    private void tick() {
        input(
                now -> {
                    bell.rung();
                    return typing.tick(now);
                });
    }

    private void input(LongFunction<List<Told>> call) {
        turn.lock();
        try {
            long now = Moment.of(time).millis();
            call.apply(now).forEach(this::tell);
            bell.set(typing.nextDeadline(), now);
        } finally {
            turn.unlock();
        }
    }

    private void tell(Told told) {
        var conversation = told.conversation();
        var shape =
                new UserTyping(conversation.toString(), told.person().toString(), told.isTyping());
        var except = new HashSet<>(eyes.blocks().around(told.person()));
        except.add(told.person());
        rooms.toOthersSpare(conversation, except, "user_typing", json.write(shape));
    }

    private static DeviceId device(Client client) {
        return DeviceId.socket(client.id());
    }
}
