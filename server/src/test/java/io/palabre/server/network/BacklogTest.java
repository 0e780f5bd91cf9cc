// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BacklogTest {
    private static final int MANY = 200_000;

    /// Numbers as fast as they are wanted, on an event loop of its own.
    private static final class Numbers implements Backlog.Source {
        private final ExecutorService loop = Executors.newSingleThreadExecutor();
        final Backlog<Integer> backlog;
        private boolean flows = true;
        private int next;

        Numbers(int most) {
            backlog = new Backlog<>(this, most);
        }

        void begin() {
            loop.execute(this::flow);
        }

        private void flow() {
            while (flows && next < MANY) backlog.add(next++);
        }

        @Override
        public void pause() {
            flows = false;
        }

        @Override
        public void resume() {
            loop.execute(
                    () -> {
                        flows = true;
                        flow();
                    });
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void a_source_that_rests_is_always_woken_by_whoever_catches_up() throws Exception {
        for (int most : new int[] {1, 2, 16}) {
            var numbers = new Numbers(most);
            numbers.begin();
            int inOrder = 0;
            while (inOrder < MANY && numbers.backlog.take() == inOrder) inOrder++;
            assertThat(inOrder).isEqualTo(MANY);
            numbers.loop.close();
        }
    }
}
