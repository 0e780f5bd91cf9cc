// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One client: upgrades, then reads and writes frames. Confined to its event loop.
final class Connection extends ChannelInboundHandlerAdapter implements FrameReader.Sink {

    private final int number;
    private final Target target;
    private final FrameReader frames = new FrameReader();
    private Traffic traffic;
    private boolean upgraded;
    private boolean closing;
    private StringBuilder head = new StringBuilder();
    private @Nullable ChannelHandlerContext context;

    Connection(int number, Target target, Traffic traffic) {
        this.number = number;
        this.target = target;
        this.traffic = traffic;
    }

    /// Which of its crowd it is, from 0.
    int number() {
        return number;
    }

    /// From now on `next` hears; at once of the loss, if there was one before.
    void hearsNow(Traffic next) {
        traffic = next;
        if (closing) next.lost(this, "was lost before");
    }

    void send(byte[] payload) {
        write(payload);
        flush();
    }

    void write(byte[] payload) {
        ChannelHandlerContext to = context();
        var _ = to.write(ClientFrames.text(to.alloc(), payload), to.voidPromise());
    }

    void flush() {
        context().flush();
    }

    void close() {
        closing = true;
        if (context != null) {
            var _ = context.close();
        }
    }

    void ready() {
        traffic.ready(this);
    }

    void event(ByteBuf bytes, int start, int end) {
        traffic.event(this, bytes, start, end);
    }

    void answer(ByteBuf bytes, int start, int end) {
        traffic.answer(this, bytes, start, end);
    }

    void fail(String why) {
        if (closing) return;
        close();
        traffic.lost(this, why);
    }

    @Override
    public void channelActive(ChannelHandlerContext opened) {
        context = opened;
        String request =
                "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                .formatted(target.dialect().path(), target.port())
                        + "Sec-WebSocket-Key: cGFsYWJyZS1iZW5jaC4uLg==\r\nSec-WebSocket-Version: 13\r\n\r\n";
        var _ =
                opened.writeAndFlush(
                        opened.alloc().buffer().writeBytes(request.getBytes(US_ASCII)));
    }

    @Override
    public void channelRead(ChannelHandlerContext from, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        if (!closing && (upgraded || readHead(bytes))) frames.read(bytes, this);
        else bytes.release();
    }

    @Override
    public void channelInactive(ChannelHandlerContext closed) {
        frames.release();
        fail("connection closed by the server");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext from, Throwable cause) {
        fail(cause.toString());
    }

    @Override
    public void text(ByteBuf bytes, int start, int end) {
        if (!closing) target.dialect().heard(this, bytes, start, end);
    }

    @Override
    public void ping(byte[] payload) {
        ChannelHandlerContext to = context();
        var _ = to.writeAndFlush(ClientFrames.pong(to.alloc(), payload), to.voidPromise());
    }

    @Override
    public void close(String why) {
        fail("closed by the server, " + why);
    }

    private ChannelHandlerContext context() {
        return Objects.requireNonNull(context, "not connected yet");
    }

    /// True once the head is through; what follows it in the buffer are frames.
    private boolean readHead(ByteBuf bytes) {
        while (bytes.isReadable() && !upgraded) {
            head.append((char) bytes.readByte());
            upgraded = head.length() > 3 && head.indexOf("\r\n\r\n", head.length() - 4) >= 0;
        }
        if (!upgraded) return false;
        if (head.indexOf("HTTP/1.1 101") != 0) fail("upgrade refused: " + head.toString().strip());
        else target.dialect().opened(this);
        head = new StringBuilder(0);
        return !closing;
    }
}
