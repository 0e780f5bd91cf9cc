// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import io.palabre.server.edge.Bytes;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Writes bytes to a client as fast as it takes them, from a virtual thread: the next piece is read
/// when the piece before it is gone.
final class Outflow {
    private static final int PIECE = 64 * 1024;
    private static final long PATIENCE_SECONDS = 60;

    private final Context loop;
    private final RoutingContext context;

    Outflow(Context loop, RoutingContext context) {
        this.loop = loop;
        this.context = context;
    }

    /// @throws IOException when the bytes cannot be opened: nothing is written then
    void send(int status, Bytes bytes) throws IOException {
        var response = context.response();
        if (context.request().method().equals(HttpMethod.HEAD) || bytes.length() == 0) {
            loop.runOnContext(_ -> begin(response, status, bytes).end());
            return;
        }
        try (var in = bytes.source().open()) {
            loop.runOnContext(_ -> begin(response, status, bytes));
            pour(in, bytes.length(), response);
        }
    }

    private static HttpServerResponse begin(HttpServerResponse response, int status, Bytes bytes) {
        response.setStatusCode(status);
        bytes.headers().forEach(response::putHeader);
        if (status != 304) response.putHeader("Content-Length", String.valueOf(bytes.length()));
        return response;
    }

    /// What cannot be sent whole ends the connection: the client sees that something is missing.
    private void pour(InputStream in, long length, HttpServerResponse response) {
        try {
            for (long left = length; left > 0; ) {
                var piece = in.readNBytes((int) Math.min(PIECE, left));
                if (piece.length == 0) throw new IOException("fewer bytes than promised");
                left -= piece.length;
                var last = left == 0;
                var buffer = Buffer.buffer(piece);
                await(() -> last ? response.end(buffer) : response.write(buffer));
            }
        } catch (IOException | ExecutionException | TimeoutException e) {
            context.request().connection().close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            context.request().connection().close();
        }
    }

    private void await(Supplier<Future<Void>> writing)
            throws ExecutionException, TimeoutException, InterruptedException {
        var written = new CompletableFuture<Void>();
        loop.runOnContext(
                _ ->
                        writing.get()
                                .onSuccess(written::complete)
                                .onFailure(written::completeExceptionally));
        written.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
