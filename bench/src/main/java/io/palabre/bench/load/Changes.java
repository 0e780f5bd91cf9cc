// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.load;

import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/// The first of a crowd change by the clock, in turns, and others hear of it: an operation is a
/// change, latency is until each who should hear it has heard it. What is told together in one
/// frame counts each.
public final class Changes implements Traffic {

    private static final double HEARD_AT_LEAST = 0.95;
    private static final long GRACE = 1_000_000_000;

    /// Who changes and who hears of it.
    ///
    /// @param changers how many take turns
    /// @param listeners how many hear of each change
    public record Cast(int changers, int listeners, Utterance utterance) {}

    private final Crowd crowd;
    private final Cast cast;
    private final Histogram latency = Tally.micros();
    private final long period;
    private final long[] intended;
    private CompletableFuture<Tally> done = new CompletableFuture<>();
    private long first;
    private long began;
    private int said;
    private int acknowledged;

    private Changes(Crowd crowd, Cast cast, Pace.Open pace) {
        this.crowd = crowd;
        this.cast = cast;
        period = (long) (1e9 / pace.perSecond());
        intended = new long[Math.toIntExact(pace.window().toNanos() / period) + 1];
    }

    /// Runs to its end; fails when anyone is lost or refused, or too little is heard.
    public static Tally run(Crowd crowd, Cast cast, Pace.Open pace) throws LoadFailed {
        Changes load = new Changes(crowd, cast, pace);
        return crowd.generator().await(load::start, pace.window().plusSeconds(30));
    }

    private void start(CompletableFuture<Tally> whenDone) {
        done = whenDone;
        crowd.hearsNow(this);
        began = System.nanoTime();
        tick();
    }

    private void tick() {
        while (said < intended.length && due() <= System.nanoTime()) change();
        if (said < intended.length && !done.isDone()) {
            crowd.generator().later(this::tick, due() - System.nanoTime());
        }
    }

    private long due() {
        return began + said * period;
    }

    private void change() {
        long number = crowd.nextNumber();
        if (said == 0) first = number;
        intended[said++] = due() - period;
        int changer = (int) (number % cast.changers());
        crowd.connection(changer).send(cast.utterance().of(changer, number));
    }

    @Override
    public void event(Connection connection, ByteBuf bytes, int start, int end) {
        long now = System.nanoTime();
        for (int at = Mark.at(bytes, start, end); at >= 0; at = Mark.at(bytes, at + 1, end)) {
            long place = Mark.find(bytes, at, end) - first;
            if (place >= 0 && place < said)
                latency.recordValue((now - intended[(int) place]) / 1000);
        }
        if (heard() == expected()) finishIfDone(now);
    }

    @Override
    public void answer(Connection connection, ByteBuf bytes, int start, int end) {
        Refusals.in(bytes, start, end).ifPresent(this::fail);
        acknowledged++;
        finishIfDone(System.nanoTime());
        if (acknowledged == intended.length) crowd.generator().later(this::giveUp, GRACE);
    }

    private void finishIfDone(long now) {
        if (acknowledged == intended.length && heard() >= expected()) finish(now);
    }

    /// Somebody who changes again before the last change was told is told of once.
    private void giveUp() {
        if (done.isDone()) return;
        if (heard() >= HEARD_AT_LEAST * expected()) finish(System.nanoTime());
        else fail("only %,d of %,d changes were heard".formatted(heard(), expected()));
    }

    private long heard() {
        return latency.getTotalCount();
    }

    private long expected() {
        return (long) intended.length * cast.listeners();
    }

    private void finish(long now) {
        done.complete(new Tally(intended.length, Duration.ofNanos(now - began), latency));
    }

    @Override
    public void lost(Connection connection, String why) {
        fail("client " + connection.number() + ": " + why);
    }

    private void fail(String why) {
        done.completeExceptionally(new IllegalStateException(why));
    }
}
