// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.socketio.Transport;
import io.palabre.socketio.engine.Alarm;
import io.palabre.socketio.engine.CloseCode;
import io.palabre.socketio.engine.Encoded;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class InboxTest {
    private final CompletableFuture<Boolean> seenEmpty = new CompletableFuture<>();
    private final Inbox inbox = new Inbox(new InboundBounds(10, 1_000), new QuietLink());

    @Test
    void whoever_begins_to_work_finds_the_inbox_open() throws Exception {
        var worked = new CountDownLatch(1);

        inbox.add(worked::countDown, 1);

        assertThat(worked.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(seenEmpty.get()).isFalse();
    }

    /// When work begins, somebody else looks at the inbox: not for long, if nobody holds it.
    private final class WatchedLane implements Lane {
        @Override
        public int index() {
            return 0;
        }

        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void listenersBegin() {
            var looking = CompletableFuture.supplyAsync(inbox::isEmpty, Thread::startVirtualThread);
            try {
                seenEmpty.complete(looking.get(5, TimeUnit.SECONDS));
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                seenEmpty.completeExceptionally(e);
            }
        }

        @Override
        public void listenersEnd() {}
    }

    /// Nothing is sent over it.
    private final class QuietLink implements Link {
        private final Lane lane = new WatchedLane();

        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public Lane lane() {
            return lane;
        }

        @Override
        public boolean ready() {
            return false;
        }

        @Override
        public Transport transport() {
            return Transport.WEBSOCKET;
        }

        @Override
        public boolean send(Encoded packet, boolean droppable) {
            return false;
        }

        @Override
        public void close(String reason, CloseCode code) {}

        @Override
        public void refuse(String reason) {}

        @Override
        public void pause() {}

        @Override
        public void resume() {}

        @Override
        public void arm(Alarm alarm) {}

        @Override
        public void disarm(Alarm alarm) {}
    }
}
