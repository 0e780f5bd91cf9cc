// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.simulation;

import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.ids.PersonId;
import java.util.ArrayDeque;
import java.util.function.Consumer;

/// The server's end of a connection: does what the client asks one thing after the other.
final class Seat {
    final PersonId person;
    final SimClient client;
    final Line line;
    private final ArrayDeque<Consumer<Runnable>> inbox = new ArrayDeque<>();
    private boolean busy;

    Seat(PersonId person, SimClient client, Line line) {
        this.person = person;
        this.client = client;
        this.line = line;
    }

    /// @param task says when it is done
    void hear(Consumer<Runnable> task) {
        inbox.add(task);
        next();
    }

    private void next() {
        if (busy || inbox.isEmpty()) return;
        busy = true;
        inbox.remove()
                .accept(
                        () -> {
                            busy = false;
                            next();
                        });
    }

    /// Nobody knows what became of something it asked: it is to come again, and say that first.
    void end() {
        inbox.clear();
        line.cut();
    }

    void push(Entry entry) {
        line.toClient(() -> client.pushed(this, entry));
    }

    void push(OwnEntry entry) {
        line.toClient(() -> client.pushed(this, entry));
    }
}
