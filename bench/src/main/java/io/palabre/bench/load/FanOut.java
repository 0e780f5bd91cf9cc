// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.load;

import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/// One says something, all of the crowd hear it: an operation is a delivery. A broadcast is done
/// when everyone has it.
public final class FanOut implements Traffic {

    private static final int MOST_IN_FLIGHT = 1024;

    private final Crowd crowd;
    private final int speakers;
    private final Utterance utterance;
    private final Pace pace;
    private final Histogram latency = Tally.micros();
    private final int[] missing = new int[MOST_IN_FLIGHT];
    private final long[] intended = new long[MOST_IN_FLIGHT];
    private CompletableFuture<Tally> done = new CompletableFuture<>();
    private long began;
    private long ends;
    private long due;
    private int inFlight;
    private int owed;
    private long broadcasts;

    private FanOut(Crowd crowd, int speakers, Utterance utterance, Pace pace) {
        this.crowd = crowd;
        this.speakers = speakers;
        this.utterance = utterance;
        this.pace = pace;
    }

    /// Runs to its end; fails when anyone is lost or hears what nobody said.
    ///
    /// @param speakers how many of the crowd take turns in speaking
    public static Tally run(Crowd crowd, int speakers, Utterance utterance, Pace pace)
            throws LoadFailed {
        FanOut load = new FanOut(crowd, speakers, utterance, pace);
        return crowd.generator().await(load::start, pace.window().plusSeconds(30));
    }

    private void start(CompletableFuture<Tally> whenDone) {
        done = whenDone;
        crowd.hearsNow(this);
        began = System.nanoTime();
        ends = began + pace.window().toNanos();
        due = began;
        switch (pace) {
            case Pace.Closed closed -> {
                for (int i = 0; i < closed.inFlight(); i++) oweOne();
            }
            case Pace.Open open -> tick((long) (1e9 / open.perSecond()));
        }
    }

    private void tick(long period) {
        for (long now = System.nanoTime(); due <= now && due < ends; due += period) say(due);
        flush();
        if (due < ends && !done.isDone()) {
            crowd.generator().later(() -> tick(period), due - System.nanoTime());
        }
    }

    private void say(long meantFor) {
        long number = crowd.nextNumber();
        int slot = slot(number);
        if (missing[slot] > 0) {
            fail("the server fell behind by " + MOST_IN_FLIGHT + " broadcasts");
            return;
        }
        missing[slot] = crowd.size();
        intended[slot] = meantFor;
        inFlight++;
        int speaker = (int) (number % speakers);
        crowd.connection(speaker).write(utterance.of(speaker, number));
    }

    /// The next broadcast, with whatever else becomes due in this pass of the event loop.
    private void oweOne() {
        if (owed++ == 0) crowd.generator().now(this::sayOwed);
    }

    private void sayOwed() {
        long now = System.nanoTime();
        for (; owed > 0; owed--) say(now);
        flush();
    }

    private void flush() {
        for (int speaker = 0; speaker < speakers; speaker++) crowd.connection(speaker).flush();
    }

    @Override
    public void event(Connection connection, ByteBuf bytes, int start, int end) {
        long number = Mark.find(bytes, start, end);
        if (number < 0) return;
        int slot = slot(number);
        if (missing[slot] == 0) {
            fail("broadcast " + number + " was heard more often than said");
            return;
        }
        long now = System.nanoTime();
        latency.recordValue((now - intended[slot]) / 1000);
        if (--missing[slot] == 0) complete(now);
    }

    private void complete(long now) {
        inFlight--;
        broadcasts++;
        if (now < ends && pace instanceof Pace.Closed) oweOne();
        else if (inFlight + owed == 0 && (pace instanceof Pace.Closed || due >= ends)) finish(now);
    }

    private void finish(long now) {
        done.complete(new Tally(broadcasts * crowd.size(), Duration.ofNanos(now - began), latency));
    }

    @Override
    public void answer(Connection connection, ByteBuf bytes, int start, int end) {
        Refusals.in(bytes, start, end).ifPresent(this::fail);
    }

    @Override
    public void lost(Connection connection, String why) {
        fail("client " + connection.number() + ": " + why);
    }

    private void fail(String why) {
        done.completeExceptionally(new IllegalStateException(why));
    }

    private static int slot(long number) {
        return (int) (number % MOST_IN_FLIGHT);
    }
}
