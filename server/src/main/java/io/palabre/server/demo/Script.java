// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Who there is and what they say: `script.txt`, read against the present.
///
/// ```
/// person awa | Awa Koné | Artisane à Dakar
/// private admin awa                    or   group admin awa claire | Marché de Noël
/// 2d 18:02 awa Bonjour !               two days ago, at two past six
/// 12m admin                            twelve minutes ago: has read all there is
/// ```
record Script(List<Role> people, List<Conversation> conversations) {

    /// Somebody in it.
    record Role(String username, String name, String about) {}

    /// A conversation; who begins it is the first member.
    ///
    /// @param title null for a private one
    record Conversation(List<String> members, @Nullable String title, List<Line> lines) {}

    /// @param text null when they only read
    record Line(Instant at, String by, @Nullable String text) {}

    static Script read(Instant present, ZoneId zone) {
        try (var in = Script.class.getResourceAsStream("script.txt")) {
            var reader =
                    new InputStreamReader(
                            Objects.requireNonNull(in, "script.txt"), StandardCharsets.UTF_8);
            return new Reading(present, zone).read(new BufferedReader(reader).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Before everything else.
    Instant beginning() {
        return conversations.stream()
                .map(conversation -> conversation.lines().getFirst().at())
                .min(Instant::compareTo)
                .orElseThrow()
                .minus(Duration.ofDays(1));
    }

    private record Reading(Instant present, ZoneId zone) {

        Script read(List<String> text) {
            var script = new Script(new ArrayList<>(), new ArrayList<>());
            for (var line : text) {
                if (!line.isBlank() && !line.startsWith("#")) add(script, line.strip());
            }
            return script;
        }

        private void add(Script script, String line) {
            var head = line.split(" ", 2);
            switch (head[0]) {
                case "person" -> script.people.add(role(head[1]));
                case "private", "group" -> script.conversations.add(conversation(head[1]));
                default -> script.conversations.getLast().lines().add(line(line));
            }
        }

        private static Role role(String text) {
            var parts = text.split(" \\| ", 3);
            return new Role(parts[0], parts[1], parts[2]);
        }

        private static Conversation conversation(String text) {
            var parts = text.split(" \\| ", 2);
            var title = parts.length == 2 ? parts[1] : null;
            return new Conversation(Arrays.asList(parts[0].split(" ")), title, new ArrayList<>());
        }

        private Line line(String text) {
            boolean recent = text.substring(0, text.indexOf(' ')).endsWith("m");
            var parts = text.split(" ", recent ? 3 : 4);
            int by = recent ? 1 : 2;
            var said = parts.length > by + 1 ? parts[by + 1] : null;
            return new Line(recent ? ago(parts[0]) : at(parts[0], parts[1]), parts[by], said);
        }

        private Instant ago(String minutes) {
            return present.minus(Duration.ofMinutes(number(minutes)));
        }

        private Instant at(String days, String time) {
            return present.atZone(zone)
                    .toLocalDate()
                    .minusDays(number(days))
                    .atTime(LocalTime.parse(time))
                    .atZone(zone)
                    .toInstant();
        }

        private static long number(String withUnit) {
            return Long.parseLong(withUnit.substring(0, withUnit.length() - 1));
        }
    }
}
