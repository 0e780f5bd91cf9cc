// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.function.Consumer;

/// Reads a request's body up to a limit and within a time. What is beyond is refused at once; some
/// of it is still drained, so that the client gets to read the refusal.
final class BodyReader {
    private static final int DRAINED = 16 * 1024 * 1024;

    private final HttpServerRequest request;
    private final int limit;
    private final Buffer body = Buffer.buffer();
    private long received;
    private boolean refused;

    /// Why a body is not taken.
    enum Refusal {
        TOO_LARGE,
        TOO_SLOW
    }

    BodyReader(HttpServerRequest request, int limit) {
        this.request = request;
        this.limit = limit;
    }

    /// @param patience for the whole body
    /// @param done gets the whole body
    /// @param otherwise called instead, to say so; what else comes of a body that is too slow is
    ///   not waited for
    void read(Vertx vertx, Duration patience, Consumer<byte[]> done, Consumer<Refusal> otherwise) {
        long timer = vertx.setTimer(patience.toMillis(), _ -> refuse(Refusal.TOO_SLOW, otherwise));
        request.exceptionHandler(_ -> vertx.cancelTimer(timer));
        request.handler(buffer -> take(buffer, otherwise));
        request.endHandler(
                _ -> {
                    vertx.cancelTimer(timer);
                    if (!refused) done.accept(body.getBytes());
                });
        if (announced() > limit) refuse(Refusal.TOO_LARGE, otherwise);
    }

    private void take(Buffer buffer, Consumer<Refusal> otherwise) {
        received += buffer.length();
        if (received <= limit && !refused) {
            body.appendBuffer(buffer);
        } else if (received > DRAINED) {
            request.connection().close();
        } else {
            refuse(Refusal.TOO_LARGE, otherwise);
        }
    }

    private void refuse(Refusal refusal, Consumer<Refusal> otherwise) {
        if (refused) return;
        refused = true;
        otherwise.accept(refusal);
    }

    private long announced() {
        var length = request.getHeader("Content-Length");
        return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
    }
}
