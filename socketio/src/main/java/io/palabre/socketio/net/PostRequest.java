// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.netty.channel.EventLoop;
import io.palabre.socketio.engine.Refusal;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/// A POST request that carries packets. Its body is counted while it arrives.
final class PostRequest {
    private final HttpServerRequest request;
    private final EventLoop loop;
    private final Answers answers;
    private final Session session;
    private final int maxBody;
    private final Buffer body = Buffer.buffer();
    private long timer = -1;
    private boolean over;

    PostRequest(
            HttpServerRequest request,
            EventLoop loop,
            Answers answers,
            Session session,
            int maxBody) {
        this.request = request;
        this.loop = loop;
        this.answers = answers;
        this.session = session;
        this.maxBody = maxBody;
    }

    /// Begins to read, on the event loop of the request.
    void begin(Vertx vertx, Duration patience) {
        session.postBegins(this, () -> onLoop(() -> answers.refuse(request, Refusal.BAD_REQUEST)));
        timer = vertx.setTimer(patience.toMillis(), _ -> fail(() -> answers.timedOut(request)));
        request.exceptionHandler(_ -> fail(() -> {}));
        request.handler(this::chunk);
        request.endHandler(_ -> end(vertx));
        if (request.getHeader("Expect") != null) {
            request.response().writeContinue();
        }
        if (announced() > maxBody) {
            fail(() -> answers.tooLarge(request));
        }
    }

    private long announced() {
        try {
            var length = request.getHeader("Content-Length");
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private void chunk(Buffer chunk) {
        if (body.length() + chunk.length() > maxBody) {
            fail(() -> answers.tooLarge(request));
        } else if (!over) {
            body.appendBuffer(chunk);
        }
    }

    private void end(Vertx vertx) {
        vertx.cancelTimer(timer);
        var text = over ? null : Utf8.decode(body.getBytes());
        if (text == null || isBinary()) {
            fail(() -> answers.refuse(request, Refusal.BAD_REQUEST));
            return;
        }
        session.postEnds(
                this,
                text,
                () -> onLoop(() -> answers.posted(request)),
                () -> onLoop(() -> answers.refuse(request, Refusal.BAD_REQUEST)));
    }

    private boolean isBinary() {
        return "application/octet-stream".equalsIgnoreCase(request.getHeader("Content-Type"));
    }

    /// Ends the session, whose packets would no longer be complete.
    private void fail(Runnable reply) {
        if (!over) {
            session.postFailed(this);
            once(reply);
        }
    }

    private void onLoop(Runnable reply) {
        if (loop.inEventLoop()) {
            once(reply);
        } else {
            loop.execute(() -> once(reply));
        }
    }

    private void once(Runnable reply) {
        if (!over) {
            over = true;
            if (!request.response().closed()) {
                reply.run();
            }
        }
    }
}
