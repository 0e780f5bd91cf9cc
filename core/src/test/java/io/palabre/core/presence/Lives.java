// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import io.palabre.core.people.Status;

/// What people do: come, reload, move, go in all ways, and change their wishes.
final class Lives {

    private static final long CALM = 80_000;

    private final Simulation world;

    Lives(Simulation world) {
        this.world = world;
    }

    void begin() {
        world.startAll();
        for (var device : world.devices) {
            world.connectSoon(device, world.random.nextInt(10_000));
            next(device);
        }
        nextOfTheInvisible();
        world.clock.after(20_000 + world.random.nextInt(40_000), () -> world.sever(2, 3));
    }

    private void next(SimDevice device) {
        world.clock.after(
                2_000 + world.random.nextInt(10_000),
                () -> {
                    if (world.clock.now() < CALM) {
                        act(device);
                        next(device);
                    }
                });
    }

    private void act(SimDevice device) {
        if (!device.isOpen()) {
            return;
        }
        switch (world.random.nextInt(10)) {
            case 0, 1, 2, 3 -> {
                device.close();
                world.connectSoon(device, 200 + world.random.nextInt(1_290));
            }
            case 4, 5 -> {
                device.close();
                world.connectSoon(device, 3_000 + world.random.nextInt(12_000));
            }
            case 6 -> {
                device.pullCable();
                world.connectSoon(device, 2_000 + world.random.nextInt(38_000));
            }
            case 7 -> {
                device.logOut();
                world.connectSoon(device, 3_000 + world.random.nextInt(6_000));
            }
            case 8 -> device.watch();
            default -> changeMind(device.person());
        }
    }

    private void changeMind(int person) {
        if (person != Simulation.INVISIBLE) {
            var busy = world.wish(person).status() == Status.BUSY;
            world.wish(person, busy ? Status.AVAILABLE : Status.BUSY);
        }
    }

    private void nextOfTheInvisible() {
        world.clock.after(
                5_000 + world.random.nextInt(20_000),
                () -> {
                    var person = Simulation.INVISIBLE;
                    var hidden = world.wish(person).invisible();
                    world.wish(person, hidden ? Status.AVAILABLE : Status.INVISIBLE);
                    nextOfTheInvisible();
                });
    }
}
