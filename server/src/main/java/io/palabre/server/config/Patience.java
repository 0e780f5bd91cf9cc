// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.config;

import java.time.Duration;
import java.util.List;

/// How long the server waits for a client that does not get on.
///
/// @param head for the head of a request
/// @param body for a body; of a file, for so long and as long again it may bring less than 1 KiB a
///   second
/// @param idle for the next request on a connection that is kept
public record Patience(Duration head, Duration body, Duration idle) {
    static final Key<Duration> HEAD =
            key("limits.head", "10s", "how long the head of a request may take");
    static final Key<Duration> BODY =
            key(
                    "limits.body",
                    "30s",
                    "how long a body may take; a file may bring less than 1 KiB/s for twice as long");
    static final Key<Duration> IDLE =
            key("limits.idle", "90s", "how long a connection is kept for another request");

    /// All of them, in the order they are printed.
    static final List<Key<?>> KEYS = List.of(HEAD, BODY, IDLE);

    static Patience from(Settings settings) throws ConfigException {
        return new Patience(HEAD.in(settings), BODY.in(settings), IDLE.in(settings));
    }

    private static Key<Duration> key(String name, String fallback, String meaning) {
        var parser = Parsers.duration(Duration.ofSeconds(1), Duration.ofDays(1));
        return new Key<>(name, fallback, meaning, parser);
    }
}
