// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.torture;

import io.palabre.e2e.Await;
import io.palabre.e2e.Scene;
import io.palabre.e2e.faults.FullDisk;
import io.palabre.e2e.history.Op;
import java.io.IOException;
import java.time.Duration;
import java.util.SplittableRandom;

/// Does what the faults of a round say.
final class Strike {
    private static final String WHO = "torture";

    private final Scene scene;
    private final Cast cast;
    private final SplittableRandom random;

    Strike(Scene scene, Cast cast, SplittableRandom random) {
        this.scene = scene;
        this.cast = cast;
        this.random = random;
    }

    void with(Fault fault) throws IOException {
        switch (fault) {
            case KILL -> kill(() -> Await.pause(Duration.ofMillis(random.nextInt(300))));
            case KILL_IN_FLIGHT -> kill(() -> awaitMore(Op.Invoke.class));
            case KILL_AFTER_ANSWER -> kill(() -> awaitMore(Op.Ok.class));
            case PAUSE -> pause(100 + random.nextInt(3_900));
            case CPU_STARVED -> starve();
            case SWALLOW -> {
                var proxy = cast.anyProxy(random);
                proxy.toServer().swallow();
                proxy.toClient().swallow();
                last(1_000, 5_000);
            }
            case ONE_WAY -> {
                var proxy = cast.anyProxy(random);
                var way = random.nextBoolean() ? proxy.toServer() : proxy.toClient();
                way.swallow();
                last(1_000, 5_000);
            }
            case STALL -> {
                cast.anyProxy(random).toClient().stall();
                last(1_000, 6_000);
            }
            case RESET -> cast.anyProxy(random).cutAll();
            case CUT -> {
                var proxy = cast.anyProxy(random);
                var way = random.nextBoolean() ? proxy.toServer() : proxy.toClient();
                way.cutAfter(1 + random.nextInt(2_000));
                last(500, 1_500);
            }
            case LEAVE -> {
                var device = cast.anyDevice(random);
                device.leave();
                last(200, 3_000);
                device.comeBack();
            }
            case DISK_FULL -> fill();
            case UPLOAD, RESTORE ->
                    throw new IllegalArgumentException(fault + " has a scene of its own");
        }
    }

    private void kill(Runnable moment) {
        moment.run();
        scene.server().kill9();
        scene.server().start();
    }

    private void awaitMore(Class<? extends Op> kind) {
        var before = scene.history().count(kind);
        Await.comes(Duration.ofSeconds(5), () -> scene.history().count(kind) > before);
    }

    private void pause(int millis) {
        scene.server().pause();
        Await.pause(Duration.ofMillis(millis));
        scene.server().resume();
    }

    private void starve() {
        for (var i = 0; i < 6; i++) {
            pause(200);
            Await.pause(Duration.ofMillis(200));
        }
    }

    private void fill() throws IOException {
        var pid = scene.server().pid();
        FullDisk.fill(pid);
        scene.history().add(new Op.StoreFailing(System.nanoTime(), WHO, "full"));
        for (var i = 0; i < 3; i++) {
            last(300, 800);
            boolean read = scene.rest().get(cast.ann(), "/api/conversations").status() == 200;
            scene.history().add(new Op.Asked(System.nanoTime(), WHO, read));
        }
        FullDisk.heal(pid);
        scene.history().add(new Op.StoreHealed(System.nanoTime(), WHO));
        last(1_000, 2_000);
    }

    private void last(int from, int to) {
        Await.pause(Duration.ofMillis(random.nextInt(from, to)));
    }
}
