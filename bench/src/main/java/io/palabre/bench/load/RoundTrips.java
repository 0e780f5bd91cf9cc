// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.load;

import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/// Each of the crowd says something and, once it is acknowledged, the next thing: an operation is
/// one such round trip.
public final class RoundTrips implements Traffic {

    private final Crowd crowd;
    private final Utterance utterance;
    private final Duration window;
    private final Histogram latency = Tally.micros();
    private final long[] sent;
    private CompletableFuture<Tally> done = new CompletableFuture<>();
    private long began;
    private int inFlight;
    private long operations;

    private RoundTrips(Crowd crowd, Utterance utterance, Duration window) {
        this.crowd = crowd;
        this.utterance = utterance;
        this.window = window;
        this.sent = new long[crowd.size()];
    }

    /// Runs to its end; fails when anyone is lost or refused.
    public static Tally run(Crowd crowd, Utterance utterance, Duration window) throws LoadFailed {
        RoundTrips load = new RoundTrips(crowd, utterance, window);
        return crowd.generator().await(load::start, window.plusSeconds(30));
    }

    private void start(CompletableFuture<Tally> whenDone) {
        done = whenDone;
        crowd.hearsNow(this);
        began = System.nanoTime();
        for (int client = 0; client < crowd.size(); client++) say(client, began);
    }

    private void say(int client, long now) {
        inFlight++;
        sent[client] = now;
        crowd.connection(client).send(utterance.of(client, crowd.nextNumber()));
    }

    @Override
    public void answer(Connection connection, ByteBuf bytes, int start, int end) {
        Refusals.in(bytes, start, end).ifPresent(this::fail);
        long now = System.nanoTime();
        latency.recordValue((now - sent[connection.number()]) / 1000);
        inFlight--;
        operations++;
        if (now - began < window.toNanos()) say(connection.number(), now);
        else if (inFlight == 0) {
            done.complete(new Tally(operations, Duration.ofNanos(now - began), latency));
        }
    }

    @Override
    public void lost(Connection connection, String why) {
        fail("client " + connection.number() + ": " + why);
    }

    private void fail(String why) {
        done.completeExceptionally(new IllegalStateException(why));
    }
}
