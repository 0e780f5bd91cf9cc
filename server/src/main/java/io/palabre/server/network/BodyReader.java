// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/// Reads a request's body up to a limit and within a time. What is beyond is refused at once; some
/// of it is still drained, so that the client gets to read the refusal.
final class BodyReader {
    private static final int DRAINED = 16 * 1024 * 1024;
    private static final long SLOWEST_MILLIS = 30_000;

    private final HttpServerRequest request;
    private final int limit;
    private final Buffer body = Buffer.buffer();
    private long received;
    private boolean refused;

    private BodyReader(HttpServerRequest request, int limit) {
        this.request = request;
        this.limit = limit;
    }

    /// @param done gets the whole body
    /// @param tooLarge called instead when there is too much of it
    static void read(
            Vertx vertx,
            HttpServerRequest request,
            int limit,
            Consumer<byte[]> done,
            Runnable tooLarge) {
        new BodyReader(request, limit).start(vertx, done, tooLarge);
    }

    private void start(Vertx vertx, Consumer<byte[]> done, Runnable tooLarge) {
        long timer = vertx.setTimer(SLOWEST_MILLIS, _ -> request.connection().close());
        request.exceptionHandler(_ -> vertx.cancelTimer(timer));
        request.handler(buffer -> take(buffer, tooLarge));
        request.endHandler(
                _ -> {
                    vertx.cancelTimer(timer);
                    if (!refused) done.accept(body.getBytes());
                });
        if (announced() > limit) refuse(tooLarge);
    }

    private void take(Buffer buffer, Runnable tooLarge) {
        received += buffer.length();
        if (received <= limit && !refused) {
            body.appendBuffer(buffer);
        } else if (received > DRAINED) {
            request.connection().close();
        } else {
            refuse(tooLarge);
        }
    }

    private void refuse(Runnable tooLarge) {
        if (refused) return;
        refused = true;
        tooLarge.run();
    }

    private long announced() {
        var length = request.getHeader("Content-Length");
        return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
    }
}
