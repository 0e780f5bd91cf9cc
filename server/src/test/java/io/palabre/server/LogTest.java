// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// What the log tells whoever reads it, in the lines in which a server writes it. Rows are those of
/// docs/security.md.
class LogTest {
    private static final Pattern LINES = Pattern.compile("<pattern>(.*)</pattern>");
    private static final String WRONG = "canary of a wrong password";
    private static final String WORDS = "canary of a message";
    private static final String NAME = "x\\r\\n2026-01-01 ERROR forged\\u001b[31m";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level usual = root.getLevel();
    private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();

    @BeforeEach
    void listen() throws IOException {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(root.getLoggerContext());
        encoder.setPattern(patternOfTheServer());
        encoder.start();
        appender.setContext(root.getLoggerContext());
        appender.setEncoder(encoder);
        appender.setOutputStream(written);
        appender.start();
        root.addAppender(appender);
        root.setLevel(Level.INFO);
    }

    @AfterEach
    void listenNoMore() {
        root.detachAppender(appender);
        root.setLevel(usual);
        appender.stop();
    }

    private static String patternOfTheServer() throws IOException {
        try (var in = LogTest.class.getResourceAsStream("/logback.xml")) {
            var text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
            return LINES.matcher(text).results().findFirst().orElseThrow().group(1);
        }
    }

    @Test
    void no_secret_and_no_word_of_anybody_is_in_it_and_nobody_forges_a_line_rows_120_142() {
        try (var server = RunningServer.with(Map.of("limits.exempt", ""), "awa", "ibrahim")) {
            var awa = server.signIn("awa");
            var talk = awa.talkTo(server.signIn("ibrahim"));
            try (var _ = TestSocket.of(server, awa)) {
                say(awa, talk);
            }
            awa.post("/api/messages/send", "{\"content\": \"%s\"".formatted(WORDS));
            guess(server);
            assertThat(log())
                    .contains("sign-ins are throttled")
                    .doesNotContain("canary", awa.token(), RunningServer.password(), "\u001b")
                    .doesNotContainPattern("(?m)^2026-01-01 ERROR forged");
        }
    }

    private static void say(Someone who, String talk) {
        var message =
                """
                {"conversationId": "%s", "content": "%s", "clientId": "1"}"""
                        .formatted(talk, WORDS);
        assertThat(who.post("/api/messages/send", message).status()).isEqualTo(201);
    }

    private static void guess(RunningServer server) {
        var wish = "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(NAME, WRONG);
        for (int i = 0; i < 5; i++) server.nobody().post("/api/auth/login", wish);
        assertThat(server.nobody().post("/api/auth/login", wish).status()).isEqualTo(429);
    }

    private String log() {
        return written.toString(UTF_8);
    }
}
