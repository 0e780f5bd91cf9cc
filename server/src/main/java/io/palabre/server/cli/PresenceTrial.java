// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A probe comes and goes twice while another watches it: once it says goodbye, once it is cut.
final class PresenceTrial {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration APPEARS = Duration.ofSeconds(1);

    /// Two seconds, and delivery.
    private static final Duration GOES = Duration.ofMillis(2_500);

    private final RunningServer server;
    private final List<Step> steps = new ArrayList<>();

    PresenceTrial(RunningServer server) {
        this.server = server;
    }

    /// What was seen.
    ///
    /// @param tookMs how long it took to be seen; as long as was waited when it was not
    record Step(String what, long tookMs, long boundMs, boolean kept) {}

    record Probe(String token, String userId) {}

    List<Step> run() throws NotReached, InterruptedException {
        var watcher = ProbeSocket.open(server, probe().token());
        var probe = probe();
        watcher.say("watch_presence", "[\"%s\"]".formatted(probe.userId()));
        if (watcher.await("42[\"presence_state\"", PATIENCE) == null) {
            throw new NotReached("the watching probe was told nothing");
        }
        comeAndGo(watcher, probe, "closed", ProbeSocket::leave);
        comeAndGo(watcher, probe, "cut without goodbye", ProbeSocket::cut);
        watcher.leave();
        return steps;
    }

    private interface Parting {
        void of(ProbeSocket socket);
    }

    private void comeAndGo(ProbeSocket watcher, Probe probe, String how, Parting parting)
            throws NotReached, InterruptedException {
        long opened = System.nanoTime();
        var socket = ProbeSocket.open(server, probe.token());
        see(watcher, "user_online", new Awaited("connected, seen", opened, APPEARS));
        long parted = System.nanoTime();
        parting.of(socket);
        see(watcher, "user_offline", new Awaited(how + ", seen gone", parted, GOES));
    }

    private record Awaited(String what, long since, Duration bound) {}

    private void see(ProbeSocket watcher, String event, Awaited awaited)
            throws InterruptedException {
        boolean seen = watcher.await("42[\"%s\"".formatted(event), PATIENCE) != null;
        long took = Duration.ofNanos(System.nanoTime() - awaited.since()).toMillis();
        long bound = awaited.bound().toMillis();
        steps.add(new Step(awaited.what(), took, bound, seen && took <= bound));
    }

    private Probe probe() throws NotReached, InterruptedException {
        return server.read(server.post("/api/admin/presence/probes"), Probe.class);
    }
}
