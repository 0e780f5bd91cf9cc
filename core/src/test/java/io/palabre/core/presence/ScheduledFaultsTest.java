// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The mistakes that chance rarely finds, each with the schedule that shows it; the bus loses
/// nothing but what the schedule says. Person 2 watches from node 0, person 4 is watched.
class ScheduledFaultsTest {

    private record Schedule(Plant shows, Consumer<Scene> what) {}

    private static final class Scene {
        final Simulation world;
        final Faults faults;
        final SimDevice watched;

        Scene(Plant plant) {
            world = new Simulation(1, plant, 0);
            faults = new Faults(world);
            watched = device(4);
            world.startAll();
            at(8_000, () -> device(2).connect(node(0)));
        }

        SimDevice device(int person) {
            return world.devices.stream()
                    .filter(device -> device.person() == person)
                    .findFirst()
                    .orElseThrow();
        }

        SimNode node(int index) {
            return world.nodes.get(index);
        }

        void at(long millis, Runnable what) {
            world.clock.after(millis, what);
        }
    }

    enum Rare {
        /// Observers gave the node up; it wakes before it fences itself and shows who had gone.
        PAUSED_LONGER_THAN_TTL,
        /// The old view is shown as if nothing had happened while the bus was away, and the next
        /// beats of the other node are lost too.
        STALE_VIEW_AFTER_A_CUT,
        /// Somebody moves; the arrival is lost and the departure is not.
        LOST_ARRIVAL
    }

    private static Schedule schedule(Rare rare) {
        return switch (rare) {
            case PAUSED_LONGER_THAN_TTL ->
                    new Schedule(Plant.FENCE_LATER_THAN_TTL, ScheduledFaultsTest::pauseLong);
            case STALE_VIEW_AFTER_A_CUT ->
                    new Schedule(Plant.OLD_VIEW_TRUSTED_AFTER_HEAL, ScheduledFaultsTest::staleView);
            case LOST_ARRIVAL -> new Schedule(Plant.NO_CONFIRM, ScheduledFaultsTest::lostArrival);
        };
    }

    private static void pauseLong(Scene scene) {
        scene.at(9_000, () -> scene.watched.connect(scene.node(1)));
        scene.at(20_000, () -> scene.faults.pause(scene.node(1), 8_800));
        scene.at(20_500, scene.watched::close);
    }

    private static void staleView(Scene scene) {
        scene.at(9_000, () -> scene.watched.connect(scene.node(1)));
        scene.at(20_000, () -> scene.faults.cut(scene.node(0), 12_000));
        scene.at(20_500, scene.watched::close);
        scene.at(31_900, () -> scene.world.bus.silence(1, 0, 3_000));
    }

    private static void lostArrival(Scene scene) {
        scene.at(9_000, () -> scene.watched.connect(scene.node(1)));
        scene.at(20_000, scene.watched::close);
        scene.at(21_400, () -> scene.world.bus.silence(2, 0, 700));
        scene.at(21_450, () -> scene.watched.connect(scene.node(2)));
    }

    @ParameterizedTest
    @EnumSource
    void the_rules_as_they_are_stand_it(Rare rare) {
        assertThat(violations(rare, Plant.NOTHING)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_rules_with_their_mistake_do_not(Rare rare) {
        assertThat(violations(rare, schedule(rare).shows())).isNotEmpty();
    }

    private static List<String> violations(Rare rare, Plant plant) {
        var scene = new Scene(plant);
        schedule(rare).what().accept(scene);
        return scene.world.finish();
    }
}
