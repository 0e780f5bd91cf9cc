// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.e2e.clients.NodePackages;
import io.palabre.e2e.clients.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The bot of `docs/first-client.md`.
@Tag("slow")
class BotTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void it_answers_each_message_once_though_it_and_the_server_are_killed() throws Exception {
        Scene.play(
                "bot",
                (scene, _) -> {
                    var ann = scene.rest().register("ann");
                    var echo = scene.rest().register("echo");
                    var bot = start(scene, echo);
                    try {
                        Await.until("the bot listens", PATIENCE, () -> listens(scene));
                        var talk = scene.rest().between(ann, echo);
                        say(scene, ann, talk, 1);
                        answered(scene, ann, talk, 1);
                        scene.server().kill9();
                        scene.server().start();
                        say(scene, ann, talk, 2);
                        answered(scene, ann, talk, 2);
                        stop(bot);
                        say(scene, ann, talk, 3);
                        bot = start(scene, echo);
                        answered(scene, ann, talk, 3);
                    } finally {
                        stop(bot);
                    }
                });
    }

    @Test
    void without_its_memory_it_answers_what_is_said_from_then_on() throws Exception {
        Scene.play(
                "bot-forgets",
                (scene, _) -> {
                    var ann = scene.rest().register("ann");
                    var echo = scene.rest().register("echo");
                    var talk = scene.rest().between(ann, echo);
                    say(scene, ann, talk, 0);
                    var bot = start(scene, echo);
                    try {
                        Await.until("the bot listens", PATIENCE, () -> listens(scene));
                        say(scene, ann, talk, 1);
                        answered(scene, ann, talk, 1);
                    } finally {
                        stop(bot);
                    }
                });
    }

    private static Process start(Scene scene, Person who) throws IOException {
        var bot = new ProcessBuilder("node", NodePackages.script("bot.mjs").toString());
        bot.environment().put("PALABRE_URL", scene.server().url().toString());
        bot.environment().put("TOKEN", who.token());
        bot.environment().put("MEMORY", memory(scene).toString());
        var said = memory(scene).resolveSibling("bot.out").toFile();
        return bot.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said))
                .start();
    }

    private static Path memory(Scene scene) {
        return scene.server().data().resolveSibling("bot.json");
    }

    private static boolean listens(Scene scene) {
        return Files.exists(memory(scene));
    }

    private static void say(Scene scene, Person who, String talk, int number) {
        var said =
                scene.rest()
                        .post(
                                who,
                                "/api/messages/send",
                                Map.of("conversationId", talk, "content", "mot " + number));
        assertThat(said.status()).isEqualTo(201);
    }

    /// Each of them once, and in order.
    private static void answered(Scene scene, Person reader, String talk, int upTo) {
        Await.until(
                () -> "%d answers; there are %s".formatted(upTo, answers(scene, reader, talk)),
                PATIENCE,
                () -> answers(scene, reader, talk).size() >= upTo);
        assertThat(answers(scene, reader, talk))
                .isEqualTo(
                        IntStream.rangeClosed(1, upTo).mapToObj("« mot %d »"::formatted).toList());
    }

    private static List<String> answers(Scene scene, Person reader, String talk) {
        var page = scene.rest().get(reader, "/api/conversations/%s/messages".formatted(talk));
        return StreamSupport.stream(page.body().path("messages").spliterator(), false)
                .map(message -> message.path("content").asText())
                .filter(content -> content.startsWith("«"))
                .toList();
    }

    private static void stop(Process bot) throws InterruptedException {
        bot.destroyForcibly();
        assertThat(bot.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
}
