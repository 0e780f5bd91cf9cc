// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.palabre.socketio.Cors;
import io.palabre.socketio.engine.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// Answers to HTTP requests, with the headers that all of them carry.
final class Answers {
    private static final int WORTH_COMPRESSING = 1024;

    private final Cors cors;
    private final boolean compress;

    Answers(Cors cors, boolean compress) {
        this.cors = cors;
        this.compress = compress;
    }

    /// `{"code":…,"message":…}`.
    void refuse(HttpServerRequest request, Refusal refusal) {
        refuse(request, refusal, refusal.message);
    }

    /// The same with a message of the program's own. For an upgrade the body is the message alone.
    void refuse(HttpServerRequest request, Refusal refusal, String message) {
        var response = start(request).setStatusCode(refusal.status);
        if (Upgrades.asked(request)) {
            response.putHeader("Connection", "close")
                    .putHeader("Content-Type", "text/plain; charset=UTF-8")
                    .end(message);
            return;
        }
        var body = new JsonObject().put("code", refusal.code).put("message", message);
        response.putHeader("Content-Type", "application/json").end(body.toBuffer());
    }

    /// The body was larger than allowed.
    void tooLarge(HttpServerRequest request) {
        start(request).setStatusCode(413).putHeader("Connection", "close").end();
    }

    /// The body did not come in time, or not as announced.
    void timedOut(HttpServerRequest request) {
        start(request).setStatusCode(408).putHeader("Connection", "close").end();
    }

    /// Packets were taken.
    void posted(HttpServerRequest request) {
        start(request).putHeader("Content-Type", "text/html").end("ok");
    }

    /// Packets for a poll.
    void packets(HttpServerRequest request, byte[] body) {
        var response = start(request).putHeader("Content-Type", "text/plain; charset=UTF-8");
        if (compress && body.length > WORTH_COMPRESSING && acceptsGzip(request)) {
            response.putHeader("Content-Encoding", "gzip")
                    .putHeader("Vary", "Accept-Encoding")
                    .end(Buffer.buffer(gzip(body)));
        } else {
            response.end(Buffer.buffer(body));
        }
    }

    /// A browser asks what it may do.
    void preflight(HttpServerRequest request) {
        var response = start(request).setStatusCode(204);
        if (response.headers().contains("Access-Control-Allow-Origin")) {
            response.putHeader("Access-Control-Allow-Methods", "GET,POST");
            var wanted = request.getHeader("Access-Control-Request-Headers");
            if (wanted != null) {
                response.putHeader("Access-Control-Allow-Headers", wanted);
            }
        }
        response.end();
    }

    /// An answer with the headers that all have.
    HttpServerResponse start(HttpServerRequest request) {
        var response = request.response();
        response.putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff");
        cors(request).forEach(response::putHeader);
        return response;
    }

    /// The headers that let pages of other origins read the answer.
    Map<String, String> cors(HttpServerRequest request) {
        var origin = request.getHeader("Origin");
        var headers = new LinkedHashMap<String, String>();
        if (cors.origins().equals(Cors.any().origins())) {
            headers.put("Access-Control-Allow-Origin", "*");
        } else if (!cors.origins().isEmpty()) {
            headers.put("Vary", "Origin");
            if (origin != null && cors.origins().contains(origin)) {
                headers.put("Access-Control-Allow-Origin", origin);
                if (cors.credentials()) {
                    headers.put("Access-Control-Allow-Credentials", "true");
                }
            }
        }
        return headers;
    }

    static boolean acceptsGzip(HttpServerRequest request) {
        var accepted = request.getHeader("Accept-Encoding");
        return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
    }

    static byte[] gzip(byte[] body) {
        var result = new ByteArrayOutputStream(body.length / 2);
        try (var gzip = new GZIPOutputStream(result)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return result.toByteArray();
    }
}
