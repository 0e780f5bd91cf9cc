// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import io.palabre.core.Refusal;
import io.palabre.core.log.Unavailable;
import io.palabre.server.edge.Answer;
import io.palabre.server.refusal.Problem;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.Json;
import io.palabre.server.wire.ProblemShape;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers, refusals and faults as HTTP.
final class Replies {
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

    /// How long to let a store mend.
    private static final Duration BREATH = Duration.ofSeconds(1);

    private final Json json;
    private final Credentials credentials;

    Replies(Json json, Credentials credentials) {
        this.json = json;
        this.credentials = credentials;
    }

    void answer(RoutingContext context, Answer answer) {
        var cookie = answer.cookie();
        if (cookie != null) context.response().addCookie(credentials.cookie(cookie));
        var body = answer.body();
        send(context, answer.status(), "application/json", body == null ? null : json.write(body));
    }

    void refuse(RoutingContext context, Refused refused) {
        var after = refused.retryAfter();
        if (after != null) {
            long seconds = Math.max(1, after.plusMillis(999).toSeconds());
            context.response().putHeader("Retry-After", String.valueOf(seconds));
        }
        var size = refused.size();
        if (size != null) context.response().putHeader("Content-Range", "bytes */" + size);
        refuse(context, ProblemShape.of(refused));
    }

    void refuse(RoutingContext context, Problem problem, @Nullable String detail) {
        refuse(context, ProblemShape.of(problem, detail));
    }

    /// The rest of a body that is too slow is not waited for.
    private void refuse(RoutingContext context, ProblemShape shape) {
        if (shape.status() == Problem.TOO_SLOW.status()) {
            context.response().putHeader("Connection", "close");
        }
        send(context, shape.status(), "application/problem+json", json.write(shape));
    }

    /// What was thrown while answering.
    void thrown(RoutingContext context, Throwable thrown) {
        switch (thrown) {
            case Refused refused -> refuse(context, refused);
            case Unavailable unavailable -> {
                LOG.warn("the store is unavailable: {}", unavailable.getMessage());
                refuse(context, Refused.until(Refusal.TRY_LATER, BREATH));
            }
            case HttpException broken when broken.getStatusCode() == 400 ->
                    refuse(context, Problem.BAD_ADDRESS, null);
            default -> refuse(context, Problem.FAULT, Faults.log(where(context), thrown));
        }
    }

    private static String where(RoutingContext context) {
        var route = context.currentRoute();
        var path = route == null ? "" : String.valueOf(route.getPath());
        return context.request().method() + " " + path;
    }

    private static void send(
            RoutingContext context, int status, String type, @Nullable String body) {
        var response = context.response();
        if (response.ended() || response.closed()) return;
        response.setStatusCode(status).putHeader("Cache-Control", "no-store");
        if (body == null) response.end();
        else sendBody(context, response, type, body);
    }

    private static void sendBody(
            RoutingContext context, HttpServerResponse response, String type, String body) {
        var bytes = Buffer.buffer(body);
        response.putHeader("Content-Type", type + "; charset=utf-8")
                .putHeader("Content-Length", String.valueOf(bytes.length()));
        if (context.request().method().equals(HttpMethod.HEAD)) response.end();
        else response.end(bytes);
    }
}
