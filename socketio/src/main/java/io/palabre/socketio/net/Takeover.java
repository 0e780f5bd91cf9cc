// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInboundHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/// Takes an HTTP/1.1 connection from Vert.x once it has routed the upgrade request, and leaves on
/// it nothing but TLS and our own handler.
final class Takeover {
    static final String DECODER = "httpDecoder";
    static final String VERTX = "handler";

    /// Removes itself once the request has gone through it.
    private static final String H2C = "h2c";

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private Takeover() {}

    /// Answers with 101 and puts `handler` in charge. Bytes that came with the request reach it.
    ///
    /// @param key what the client wants to see answered
    /// @param headers more headers of the answer
    /// @param established called after the 101 is on its way and before `handler` reads anything
    static void of(
            HttpServerRequest request,
            String key,
            ChannelHandler handler,
            Map<String, String> headers,
            Runnable established) {
        var connection = (HttpServerConnection) request.connection();
        var pipeline = connection.channelHandlerContext().pipeline();
        var answer = answer(key, headers);
        pipeline.addAfter(DECODER, "socketio", handler);
        removeAllBut(handler, pipeline);
        pipeline.channel().config().setAutoRead(true);
        var context = pipeline.context(handler);
        var _ = context.writeAndFlush(ByteBufUtil.writeAscii(context.alloc(), answer));
        established.run();
        pipeline.remove(DECODER);
    }

    private static void removeAllBut(ChannelHandler ours, ChannelPipeline pipeline) {
        var vertx = (ChannelInboundHandler) pipeline.get(VERTX);
        var context = pipeline.context(VERTX);
        for (var entry : pipeline.toMap().entrySet()) {
            var stays =
                    entry.getValue().equals(ours)
                            || entry.getValue() instanceof SslHandler
                            || entry.getKey().equals(DECODER)
                            || entry.getKey().equals(H2C);
            if (!stays) {
                pipeline.remove(entry.getValue());
            }
        }
        try {
            vertx.channelInactive(context);
        } catch (Exception e) {
            throw new IllegalStateException("Vert.x did not let go of the connection", e);
        }
    }

    private static String answer(String key, Map<String, String> headers) {
        var answer = new StringBuilder("HTTP/1.1 101 Switching Protocols\r\n");
        answer.append("Upgrade: websocket\r\nConnection: Upgrade\r\n");
        answer.append("Sec-WebSocket-Accept: ").append(accept(key)).append("\r\n");
        headers.forEach((name, value) -> answer.append(name + ": " + value + "\r\n"));
        return answer.append("\r\n").toString();
    }

    private static String accept(String key) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            var hash = sha1.digest((key + MAGIC).getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
