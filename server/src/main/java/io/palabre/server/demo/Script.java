// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
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
/// product basket | awa | Panier tressé | 18000 XOF | basket.svg
/// private admin awa                    or   group admin awa claire | Marché de Noël
/// about admin awa | basket             the buyer, the seller
/// 2d 18:02 awa Bonjour !               two days ago, at two past six
/// 12m admin                            twelve minutes ago: has read all there is
/// ```
record Script(List<Role> people, List<Offer> products, List<Conversation> conversations) {

    /// Somebody in it.
    record Role(String username, String name, String about) {}

    /// Something that somebody sells, with its picture.
    record Offer(
            String id,
            String seller,
            String title,
            BigDecimal price,
            String currency,
            String image) {}

    /// A conversation; who begins it is the first member.
    record Conversation(List<String> members, Kind kind, List<Line> lines) {}

    /// What kind of conversation it is.
    sealed interface Kind {
        record Private() implements Kind {}

        record Group(String title) implements Kind {}

        record About(String product) implements Kind {}
    }

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
            var script = new Script(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (var line : text) {
                if (!line.isBlank() && !line.startsWith("#")) add(script, line.strip());
            }
            return script;
        }

        private void add(Script script, String line) {
            var head = line.split(" ", 2);
            switch (head[0]) {
                case "person" -> script.people.add(role(head[1]));
                case "product" -> script.products.add(offer(head[1]));
                case "private", "group", "about" -> script.conversations.add(conversation(head));
                default -> script.conversations.getLast().lines().add(line(line));
            }
        }

        private static Role role(String text) {
            var parts = text.split(" \\| ", 3);
            return new Role(parts[0], parts[1], parts[2]);
        }

        private static Offer offer(String text) {
            var parts = text.split(" \\| ", 5);
            var price = parts[3].split(" ", 2);
            return new Offer(
                    parts[0], parts[1], parts[2], new BigDecimal(price[0]), price[1], parts[4]);
        }

        private static Conversation conversation(String[] head) {
            var parts = head[1].split(" \\| ", 2);
            var members = Arrays.asList(parts[0].split(" "));
            var kind =
                    switch (head[0]) {
                        case "group" -> new Kind.Group(parts[1]);
                        case "about" -> new Kind.About(parts[1]);
                        default -> new Kind.Private();
                    };
            return new Conversation(members, kind, new ArrayList<>());
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
