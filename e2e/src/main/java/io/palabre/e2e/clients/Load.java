// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.clients;

import com.fasterxml.jackson.databind.JsonNode;
import io.palabre.e2e.Await;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Devices that talk, each at its own pace with a few messages on their way, until they are
/// stopped. The seed decides who says what where; most messages are kept until they are answered,
/// some are said once only, some are said again, some are changed, taken back and looked at.
public final class Load implements AutoCloseable {
    private static final int ON_THEIR_WAY = 4;
    private static final int PACE_MILLIS = 40;

    private final List<Thread> voices = new ArrayList<>();
    private volatile boolean stopped;

    public Load(SplittableRandom random, List<LiveClient> speakers, List<String> conversations) {
        for (var speaker : speakers) {
            var voice = new Voice(speaker, conversations, random.split());
            voices.add(Thread.ofVirtual().name(speaker.name()).start(voice));
        }
    }

    /// Says no more; what is on its way stays there.
    @Override
    public void close() {
        stopped = true;
        try {
            for (var voice : voices) voice.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Voice implements Runnable {
        private final LiveClient client;
        private final List<String> conversations;
        private final SplittableRandom random;
        private final ArrayDeque<CompletableFuture<JsonNode>> onTheirWay = new ArrayDeque<>();
        private int count;

        Voice(LiveClient client, List<String> conversations, SplittableRandom random) {
            this.client = client;
            this.conversations = conversations;
            this.random = random;
        }

        @Override
        public void run() {
            while (!stopped) {
                onTheirWay.removeIf(CompletableFuture::isDone);
                if (onTheirWay.size() < ON_THEIR_WAY) act();
                Await.pause(Duration.ofMillis(random.nextInt(1, PACE_MILLIS)));
            }
        }

        private void act() {
            switch (random.nextInt(25)) {
                case 1 -> reconsider("other words");
                case 2 -> reconsider(null);
                case 3 -> onTheirWay.add(client.look(somewhere()));
                default -> say();
            }
        }

        private void reconsider(@Nullable String words) {
            onTheirWay.add(client.reconsider(somewhere(), random.nextInt(10_000), words));
        }

        private String somewhere() {
            return conversations.get(random.nextInt(conversations.size()));
        }

        private void say() {
            var conversation = somewhere();
            var cid = "%s-%d".formatted(client.name(), ++count);
            var text = Texts.any(random);
            boolean kept = random.nextInt(100) < 75;
            onTheirWay.add(client.send(conversation, cid, text, kept));
            if (random.nextInt(100) < 5) {
                onTheirWay.add(client.send(conversation, cid, text, true));
            }
        }
    }
}
