// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.netty.channel.EventLoop;
import io.palabre.socketio.engine.Encoded;
import io.palabre.socketio.engine.Payload;
import io.palabre.socketio.engine.Poll;
import io.palabre.socketio.engine.Refusal;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/// A GET request that waits for packets. Its connection may live on another event loop than its
/// session.
final class PollRequest implements Poll {
    private final HttpServerRequest request;
    private final EventLoop loop;
    private final Answers answers;
    private final Session session;
    private boolean over;

    PollRequest(HttpServerRequest request, EventLoop loop, Answers answers, Session session) {
        this.request = request;
        this.loop = loop;
        this.answers = answers;
        this.session = session;
    }

    /// Begins to wait, on the event loop of the request.
    void begin() {
        request.response().closeHandler(_ -> abandoned());
        request.response().exceptionHandler(_ -> abandoned());
        session.poll(this, this::refuse);
    }

    private void abandoned() {
        if (!over) {
            over = true;
            session.pollAborted(this);
        }
    }

    @Override
    public void answer(List<Encoded> packets) {
        session.pollAnswered();
        onLoop(() -> answers.packets(request, Payload.write(packets)));
    }

    private void refuse() {
        onLoop(() -> answers.refuse(request, Refusal.BAD_REQUEST));
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
            reply.run();
        }
    }
}
