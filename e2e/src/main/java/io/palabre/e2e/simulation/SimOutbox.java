// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.simulation;

import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Content;
import io.palabre.core.conversations.Outcome;
import io.palabre.core.ids.ClientId;
import io.palabre.core.ids.ConversationId;
import io.palabre.e2e.history.Op;
import io.palabre.e2e.history.SendKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a client has sent and does not know the fate of; what is kept is sent again, in order and
/// under the same client id.
final class SimOutbox {
    private static final long ANSWER_WITHIN = 1_500_000;
    private static final long AGAIN_AFTER = 100_000;

    private final Simulation world;
    private final SimClient client;
    private final List<Letter> waiting = new ArrayList<>();
    private @Nullable Seat seat;
    private int count;

    SimOutbox(Simulation world, SimClient client) {
        this.world = world;
        this.client = client;
    }

    void post(ConversationId conversation, boolean kept) {
        var cid = "%s-%d".formatted(client.name, ++count);
        var key = new SendKey(client.person.toString(), conversation.toString(), cid);
        var letter = new Letter(conversation, key, "words of " + cid, kept);
        waiting.add(letter);
        world.note(new Op.Invoke(world.nanos(), client.name, key, letter.text));
        send(letter);
    }

    void connected(Seat now) {
        seat = now;
        List.copyOf(waiting).forEach(this::send);
    }

    void disconnected() {
        seat = null;
        List.copyOf(waiting).forEach(letter -> doubt(letter, "disconnected"));
    }

    private void send(Letter letter) {
        var now = seat;
        if (now == null || letter.over) return;
        var attempt = ++letter.attempt;
        var command = command(letter);
        now.line.toServer(
                () ->
                        world.server()
                                .command(
                                        now,
                                        command,
                                        answer -> {
                                            if (attempt == letter.attempt && !letter.over) {
                                                answered(letter, answer);
                                            }
                                        }));
        world.time.after(
                ANSWER_WITHIN,
                () -> {
                    if (attempt == letter.attempt && !letter.over && now.equals(seat)) {
                        doubt(letter, "no answer");
                        again(letter, "no answer");
                    }
                });
    }

    private Command.Post command(Letter letter) {
        var cid =
                world.plant == Plant.RETRY_WITH_NEW_CID && letter.attempt > 1
                        ? letter.key.cid() + "-" + letter.attempt
                        : letter.key.cid();
        return new Command.Post(
                client.person, letter.conversation, new ClientId(cid), Content.text(letter.text));
    }

    private void answered(Letter letter, Optional<Outcome> answer) {
        if (answer.isEmpty()) {
            if (letter.kept) world.time.after(AGAIN_AFTER, () -> again(letter, "try_later"));
            else refused(letter, "try_later");
            return;
        }
        switch (answer.get()) {
            case Outcome.Accepted accepted -> {
                var entry = accepted.entries().getFirst();
                end(letter, new Op.Ok(world.nanos(), client.name, letter.key, entry.seq()));
                client.said(entry);
            }
            case Outcome.Refused(var refusal) -> refused(letter, refusal.code());
        }
    }

    /// It gives up its place in the order.
    private void again(Letter letter, String code) {
        if (letter.over) return;
        world.note(new Op.Again(world.nanos(), client.name, letter.key, code));
        send(letter);
    }

    private void doubt(Letter letter, String why) {
        letter.doubted = true;
        if (letter.kept || letter.over) return;
        end(
                letter,
                world.plant == Plant.TIME_OUT_IS_FAILURE
                        ? new Op.Fail(world.nanos(), client.name, letter.key, why)
                        : new Op.Unknown(world.nanos(), client.name, letter.key, why));
    }

    private void refused(Letter letter, String code) {
        end(
                letter,
                letter.doubted
                        ? new Op.Unknown(world.nanos(), client.name, letter.key, code)
                        : new Op.Fail(world.nanos(), client.name, letter.key, code));
    }

    private void end(Letter letter, Op op) {
        letter.over = true;
        waiting.remove(letter);
        world.note(op);
    }
}
