// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import io.palabre.core.Refusal;
import io.palabre.server.config.Patience;
import io.palabre.server.refusal.Problem;
import io.palabre.server.refusal.Refused;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The body of a request as it comes, for one thread that reads it. While that thread is behind,
/// nothing more is taken off the network. A client that sends hardly anything for a while is
/// refused.
final class Inflow extends InputStream {
    private static final int MOST_WAITING = 16;
    private static final int DRAINED = 16 * 1024 * 1024;

    private final HttpServerRequest request;
    private final Backlog<Piece> pieces;
    private byte[] piece = new byte[0];
    private int next;
    private @Nullable Piece end;
    private long receivedOfLate;
    private long drained = -1;

    /// How slow a client may be.
    ///
    /// @param bytes at least so many in each window
    record Pace(Duration window, long bytes) {
        private static final long BYTES_A_SECOND = 1024;

        static Pace of(Patience patience) {
            var window = patience.body().multipliedBy(2);
            return new Pace(window, window.toSeconds() * BYTES_A_SECOND);
        }
    }

    private sealed interface Piece {
        record Bytes(Buffer buffer) implements Piece {}

        record End() implements Piece {}

        record BrokenOff() implements Piece {}

        record TooSlow() implements Piece {}
    }

    private Inflow(HttpServerRequest request, Context loop) {
        this.request = request;
        pieces = new Backlog<>(source(request, loop), MOST_WAITING);
    }

    private static Backlog.Source source(HttpServerRequest request, Context loop) {
        return new Backlog.Source() {
            @Override
            public void pause() {
                request.pause();
            }

            @Override
            public void resume() {
                loop.runOnContext(_ -> request.resume());
            }
        };
    }

    /// Called on the event loop, before anything of the body was read.
    static Inflow of(Vertx vertx, HttpServerRequest request, Pace pace) {
        var inflow = new Inflow(request, vertx.getOrCreateContext());
        long timer = vertx.setPeriodic(pace.window().toMillis(), _ -> inflow.watch(pace));
        request.handler(inflow::take);
        request.endHandler(
                _ -> {
                    vertx.cancelTimer(timer);
                    inflow.pieces.add(new Piece.End());
                });
        request.exceptionHandler(
                _ -> {
                    vertx.cancelTimer(timer);
                    inflow.pieces.add(new Piece.BrokenOff());
                });
        return inflow;
    }

    private void watch(Pace pace) {
        if (receivedOfLate < pace.bytes() && !pieces.isResting()) pieces.add(new Piece.TooSlow());
        receivedOfLate = 0;
    }

    private void take(Buffer buffer) {
        receivedOfLate += buffer.length();
        if (drained >= 0) {
            drained += buffer.length();
            if (drained > DRAINED) request.connection().close();
            return;
        }
        pieces.add(new Piece.Bytes(buffer));
    }

    /// The answer is given: what is still coming is not wanted. Some of it is taken nevertheless,
    /// so that the client gets to read the answer. Called on the event loop.
    void drain() {
        drained = 0;
        pieces.clear();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) return 0;
        while (next == piece.length) {
            if (!advance()) return -1;
        }
        int count = Math.min(length, piece.length - next);
        System.arraycopy(piece, next, into, from, count);
        next += count;
        return count;
    }

    /// Whether there is another piece.
    private boolean advance() throws IOException {
        if (end == null) {
            switch (taken()) {
                case Piece.Bytes(var buffer) -> {
                    piece = buffer.getBytes();
                    next = 0;
                    return true;
                }
                case Piece other -> end = other;
            }
        }
        return switch (end) {
            case Piece.TooSlow _ -> throw Refused.because(Problem.TOO_SLOW);
            case Piece.BrokenOff _ ->
                    throw Refused.because(Refusal.BAD_REQUEST, "The body breaks off.");
            case Piece.End _, Piece.Bytes _ -> false;
        };
    }

    private Piece taken() throws IOException {
        try {
            return pieces.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }
}
