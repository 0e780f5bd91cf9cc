// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.torture;

import io.palabre.e2e.Await;
import io.palabre.e2e.Scene;
import io.palabre.e2e.faults.FullDisk;
import io.palabre.e2e.faults.Tracer;
import io.palabre.e2e.faults.Way;
import io.palabre.e2e.history.Op;
import io.palabre.e2e.process.Stop;
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

    /// Whether it came to pass: a cut needs somebody who speaks.
    boolean with(Fault fault) throws IOException {
        return switch (fault) {
            case KILL -> kill(() -> Await.pause(Duration.ofMillis(random.nextInt(300))));
            case KILL_IN_FLIGHT -> kill(() -> awaitMore(Op.Invoke.class));
            case KILL_AFTER_ANSWER -> kill(() -> awaitMore(Op.Ok.class));
            case KILL_BEFORE_WRITE -> killAt(Stop.BEFORE_WRITE);
            case KILL_BEFORE_ANSWER -> killAt(Stop.BEFORE_ANSWER);
            case KILL_BEFORE_DELIVERY -> killAt(Stop.BEFORE_DELIVERY);
            case KILL_BEFORE_SYNC -> killBeforeSync();
            case PAUSE -> pause(100 + random.nextInt(3_900));
            case CPU_STARVED -> starve();
            case SWALLOW -> swallow();
            case ONE_WAY -> oneWay();
            case STALL -> stall();
            case RESET -> cast.anyProxy(random).cutAll();
            case CUT -> cut();
            case LEAVE -> leave();
            case DISK_FULL -> full();
            case DISK_ERROR -> failing();
            case DISK_SLOW -> slow();
            case CLOCK -> clock();
            case DEAF, UPLOAD, BACKUP, MIGRATION, RESTORE, POWER_LOSS ->
                    throw new IllegalArgumentException(fault + " has a scene of its own");
        };
    }

    private boolean swallow() {
        var proxy = cast.anyProxy(random);
        proxy.toServer().swallow();
        proxy.toClient().swallow();
        last(1_000, 5_000);
        return proxy.toServer().felt() || proxy.toClient().felt();
    }

    private boolean oneWay() {
        var way = anyWay();
        way.swallow();
        last(1_000, 5_000);
        return way.felt();
    }

    private boolean stall() {
        cast.anyProxy(random).toClient().stall();
        last(1_000, 6_000);
        return true;
    }

    private boolean cut() {
        var way = anyWay();
        way.cutAfter(1 + random.nextInt(2_000));
        return Await.comes(Duration.ofSeconds(3), way::felt);
    }

    private Way anyWay() {
        var proxy = cast.anyProxy(random);
        return random.nextBoolean() ? proxy.toServer() : proxy.toClient();
    }

    private boolean leave() {
        var device = cast.anyDevice(random);
        device.leave();
        last(200, 3_000);
        device.comeBack();
        return true;
    }

    /// At a moment of the writer's work that is named. Before a delivery there is time for the
    /// answers to arrive.
    private boolean killAt(Stop stop) {
        var reached =
                scene.debugger()
                        .hold(
                                stop,
                                1 + random.nextInt(20),
                                () -> {
                                    if (stop == Stop.BEFORE_DELIVERY) awaitMore(Op.Ok.class);
                                    scene.server().kill9();
                                });
        if (reached) scene.server().start();
        return reached;
    }

    private boolean killBeforeSync() throws IOException {
        try (var _ = Tracer.killing(scene.server().pid(), 1 + random.nextInt(5))) {
            scene.server().awaitEnd();
        }
        scene.server().start();
        return true;
    }

    /// Forward and back, and in the end to where it was.
    private boolean clock() {
        for (var i = 0; i < 2; i++) {
            scene.debugger().setClock(Duration.ofMinutes(random.nextInt(-360, 360)));
            last(300, 1_000);
        }
        scene.debugger().setClock(Duration.ZERO);
        last(300, 1_000);
        return true;
    }

    private boolean kill(Runnable moment) {
        moment.run();
        scene.server().kill9();
        scene.server().start();
        return true;
    }

    private void awaitMore(Class<? extends Op> kind) {
        var before = scene.history().count(kind);
        Await.comes(Duration.ofSeconds(5), () -> scene.history().count(kind) > before);
    }

    private boolean pause(int millis) {
        scene.server().pause();
        Await.pause(Duration.ofMillis(millis));
        scene.server().resume();
        return true;
    }

    private boolean starve() {
        for (var i = 0; i < 6; i++) {
            pause(200);
            Await.pause(Duration.ofMillis(200));
        }
        return true;
    }

    private boolean full() throws IOException {
        try (var _ = FullDisk.of(scene.server().pid())) {
            seeItFail("full");
        }
        return healed();
    }

    private boolean failing() throws IOException {
        try (var _ = Tracer.failing(scene.server().pid())) {
            seeItFail("EIO");
        }
        return healed();
    }

    private void seeItFail(String why) {
        say(new Op.StoreFailing(System.nanoTime(), WHO, why));
        for (var i = 0; i < 3; i++) {
            last(300, 800);
            boolean read = scene.rest().get(cast.ann(), "/api/conversations").status() == 200;
            say(new Op.Asked(System.nanoTime(), WHO, read));
        }
    }

    private boolean healed() {
        say(new Op.StoreHealed(System.nanoTime(), WHO));
        last(1_000, 2_000);
        return true;
    }

    private boolean slow() throws IOException {
        try (var _ = Tracer.slow(scene.server().pid(), Duration.ofMillis(300))) {
            last(2_000, 4_000);
        }
        return true;
    }

    private void say(Op op) {
        scene.history().add(op);
    }

    private void last(int from, int to) {
        Await.pause(Duration.ofMillis(random.nextInt(from, to)));
    }
}
