// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.simulation;

import io.palabre.core.conversations.Command;
import io.palabre.core.ids.ConversationId;
import java.util.List;

/// What people do: mostly talk, also read, look, change their minds, come and go.
final class Lives {
    private final Simulation world;

    Lives(Simulation world) {
        this.world = world;
    }

    void begin() {
        for (var client : world.clients) {
            world.time.after(world.random.nextInt(100_000), client::connect);
            world.time.after(300_000, () -> next(client));
        }
    }

    private void next(SimClient client) {
        if (!world.talks()) return;
        act(client);
        world.time.after(10_000 + world.random.nextInt(500_000), () -> next(client));
    }

    private void act(SimClient client) {
        var where = world.conversations.get(world.random.nextInt(world.conversations.size()));
        switch (world.random.nextInt(20)) {
            case 0 -> client.reconsider(where, false);
            case 1 -> client.reconsider(where, true);
            case 2, 3 -> {
                if (world.stays(client)) client.read(where, world.random.nextInt(3) == 0);
            }
            case 4, 5 -> client.look(where);
            case 6 -> client.goAway(world.random.nextInt(2_500_000));
            case 7 -> regroup(client, where);
            default -> {
                for (var i = world.random.nextInt(3); i >= 0; i--) {
                    client.outbox.post(where, world.random.nextInt(4) > 0);
                }
            }
        }
    }

    /// The last of the people is brought in and put out again, or leaves.
    private void regroup(SimClient client, ConversationId where) {
        var dan = world.people.getLast();
        client.command(
                switch (world.random.nextInt(3)) {
                    case 0 -> new Command.AddMembers(client.person, where, List.of(dan));
                    case 1 -> new Command.RemoveMember(client.person, where, dan);
                    default -> new Command.Leave(dan, where);
                });
    }
}
