// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.channel.nio.NioIoHandler;
import io.palabre.socketio.SocketIoOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventLaneTest {
    private final MultiThreadIoEventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final SingleThreadEventLoop loop = (SingleThreadEventLoop) loops.next();
    private final EventLane lane = new EventLane(loop, 0, SocketIoOptions.defaults());
    private final List<String> log = new ArrayList<>();

    @AfterEach
    void stop() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void a_pass_ends_behind_the_tasks_that_were_queued_before_it() {
        assertThat(logOf(() -> writeAndCountTurns(4)))
                .containsExactly("flush", "turn 1", "turn 2", "turn 3", "turn 4");
    }

    @Test
    void what_is_sent_while_listeners_are_at_work_leaves_with_what_was_sent_before() {
        var entries =
                logOf(
                        () -> {
                            lane.listenersBegin();
                            writeAndCountTurns(1);
                            lane.execute(
                                    () -> {
                                        log.add("more");
                                        lane.pass().atEnd(() -> log.add("flush more"));
                                        lane.listenersEnd();
                                    });
                        });

        assertThat(entries).containsExactly("turn 1", "more", "flush", "flush more");
    }

    @Test
    void listeners_that_wait_for_something_hold_nobody_up() {
        lane.listenersBegin();

        for (var again = 0; again < 3; again++) {
            assertThat(logOf(() -> writeAndCountTurns(5)))
                    .containsExactly("turn 1", "turn 2", "turn 3", "flush", "turn 4", "turn 5");
        }
    }

    @Test
    void nobody_is_waited_for_once_the_loop_shuts_down() {
        lane.listenersBegin();

        var entries =
                logOf(
                        () -> {
                            var _ = loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
                            writeAndCountTurns(1);
                        });

        assertThat(entries).containsExactly("flush", "turn 1");
    }

    private void writeAndCountTurns(int turns) {
        lane.pass().atEnd(() -> log.add("flush"));
        turn(1, turns);
    }

    private void turn(int number, int last) {
        loop.execute(
                () -> {
                    log.add("turn " + number);
                    if (number < last) {
                        turn(number + 1, last);
                    }
                });
    }

    /// Runs `work` on the loop, and returns what was logged when the loop has nothing left to do.
    private List<String> logOf(Runnable work) {
        var done = new CompletableFuture<List<String>>();
        loop.execute(
                () -> {
                    log.clear();
                    work.run();
                    whenIdle(() -> done.complete(List.copyOf(log)));
                });
        return done.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private void whenIdle(Runnable then) {
        loop.execute(
                () -> {
                    if (loop.pendingTasks() == 0) {
                        then.run();
                    } else {
                        whenIdle(then);
                    }
                });
    }
}
