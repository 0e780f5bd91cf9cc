// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Where all clients live: one event loop, so that nothing in a load needs a lock.
public final class Generator implements AutoCloseable {

    private final MultiThreadIoEventLoopGroup group =
            new MultiThreadIoEventLoopGroup(
                    1, new DefaultThreadFactory("load", true), EpollIoHandler.newFactory());
    private final EventLoop loop = group.next();
    private final Bootstrap bootstrap =
            new Bootstrap()
                    .group(loop)
                    .channel(EpollSocketChannel.class)
                    .option(ChannelOption.TCP_NODELAY, true)
                    .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 10_000)
                    .option(
                            ChannelOption.RECVBUF_ALLOCATOR,
                            new FixedRecvByteBufAllocator(8 * 1024));

    /// Connects `size` clients, some at a time, and comes back when all are ready.
    public Crowd gather(Target target, int size) throws LoadFailed {
        Crowd crowd = new Crowd(this, target, size);
        await(crowd::gather, Duration.ofSeconds(60 + size / 200));
        return crowd;
    }

    /// Starts work on the loop and waits for its end, within the limit.
    <T> T await(Consumer<CompletableFuture<T>> work, Duration limit) throws LoadFailed {
        CompletableFuture<T> done = new CompletableFuture<>();
        loop.execute(() -> work.accept(done));
        return await(done, limit);
    }

    /// Waits for the end of work that has begun, within the limit.
    static <T> T await(CompletableFuture<T> done, Duration limit) throws LoadFailed {
        try {
            return done.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new LoadFailed(why(e), e);
        } catch (TimeoutException e) {
            throw new LoadFailed("not done within " + limit.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailed("interrupted", e);
        }
    }

    private static String why(ExecutionException failed) {
        Throwable cause = failed.getCause();
        return cause instanceof IllegalStateException ? cause.getMessage() + "" : cause + "";
    }

    void connect(Connection connection, Target target) {
        ChannelFuture connecting =
                bootstrap
                        .clone()
                        .handler(connection)
                        .connect(
                                new InetSocketAddress(
                                        InetAddress.getLoopbackAddress(), target.port()));
        connecting.addListener(
                done -> {
                    if (done.cause() != null) connection.fail(done.cause().toString());
                });
    }

    void later(Runnable task, long nanos) {
        var _ = loop.schedule(task, nanos, TimeUnit.NANOSECONDS);
    }

    void now(Runnable task) {
        loop.execute(task);
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2_000);
    }
}
