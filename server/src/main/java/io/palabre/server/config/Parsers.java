// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.config;

import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The kinds of values that settings have.
final class Parsers {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})([dhms])");

    private Parsers() {}

    static Key.Parser<Integer> number(int least, int most) {
        return text -> {
            try {
                int value = Integer.parseInt(text.strip());
                if (value >= least && value <= most) return value;
            } catch (NumberFormatException _) {
                // told below, in the same words as a number out of range
            }
            throw new IllegalArgumentException(
                    "a whole number from %d to %d is expected".formatted(least, most));
        };
    }

    static Key.Parser<Duration> duration(Duration least, Duration most) {
        return text -> {
            var parts = DURATION.matcher(text.strip());
            if (parts.matches()) {
                long amount = Long.parseLong(parts.group(1));
                var value = Duration.of(amount, unit(parts.group(2)));
                if (value.compareTo(least) >= 0 && value.compareTo(most) <= 0) return value;
            }
            throw new IllegalArgumentException(
                    "%d s to %d days are expected, like 30d, 12h, 90m or 90s"
                            .formatted(least.toSeconds(), most.toDays()));
        };
    }

    private static ChronoUnit unit(String letter) {
        return switch (letter) {
            case "d" -> ChronoUnit.DAYS;
            case "h" -> ChronoUnit.HOURS;
            case "m" -> ChronoUnit.MINUTES;
            default -> ChronoUnit.SECONDS;
        };
    }

    static <E extends Enum<E>> Key.Parser<E> oneOf(Class<E> type) {
        return text -> {
            var wanted = text.strip().toUpperCase(Locale.ROOT);
            for (E value : type.getEnumConstants()) {
                if (value.name().equals(wanted)) return value;
            }
            var names =
                    Arrays.stream(type.getEnumConstants())
                            .map(value -> value.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(" or "));
            throw new IllegalArgumentException(names + " is expected");
        };
    }

    static Set<String> words(String text) {
        return Arrays.stream(text.split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    static Set<String> origins(String text) {
        return words(text).stream().map(Parsers::origin).collect(Collectors.toUnmodifiableSet());
    }

    static Optional<String> optionalOrigin(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(origin(text.strip()));
    }

    private static String origin(String text) {
        var uri = URI.create(text);
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        boolean bare = uri.getHost() != null && uri.getRawPath().replace("/", "").isEmpty();
        if (web && bare && uri.getRawQuery() == null && uri.getRawUserInfo() == null) {
            return uri.getScheme() + "://" + uri.getRawAuthority();
        }
        throw new IllegalArgumentException("an address like https://chat.example.org is expected");
    }

    static String word(String text) {
        if (text.isBlank()) throw new IllegalArgumentException("something is expected");
        return text.strip();
    }
}
