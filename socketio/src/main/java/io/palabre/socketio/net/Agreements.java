// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.palabre.socketio.Deflate;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a server agrees to.
final class Agreements {
    private static final Agreed PLAIN = new Agreed(Framing.PLAIN, null, Map.of());
    private static final Agreed BASE64 = new Agreed(Framing.BASE64, null, Map.of());
    private final @Nullable Agreed deflated;

    /// @param deflate how the server compresses, or null if it does not
    Agreements(@Nullable Deflate deflate) {
        deflated = deflate == null ? null : deflated(new Deflation(deflate));
    }

    private static Agreed deflated(Deflation deflation) {
        Framing framing = packet -> Frames.encodeDeflated(packet, deflation);
        var headers = Map.of("Sec-WebSocket-Extensions", Deflation.GRANT);
        return new Agreed(framing, new Inflation(), headers);
    }

    /// What to agree on with the client that sent this upgrade request.
    Agreed with(HttpServerRequest request) {
        if ("1".equals(request.getParam("b64"))) {
            return BASE64;
        }
        var offers = request.getHeader("Sec-WebSocket-Extensions");
        return deflated != null && Deflation.offered(offers) ? deflated : PLAIN;
    }
}
