// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.clients;

import com.fasterxml.jackson.databind.JsonNode;
import io.palabre.e2e.Await;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/// What one client has heard, in order, and may be waited for.
public final class Events {
    private static final Duration TO_COME = Duration.ofSeconds(10);

    private final ConcurrentLinkedQueue<Event> heard = new ConcurrentLinkedQueue<>();

    /// An event of the server, or of the connection itself (`connect`, `disconnect`, `upgrade`).
    public record Event(String name, JsonNode data) {}

    void add(Event event) {
        heard.add(event);
    }

    /// The data of the first such event, past or still to come.
    public JsonNode await(String name, Predicate<JsonNode> such) {
        Await.until(
                () -> "%s comes; there were %s".formatted(name, this),
                TO_COME,
                () -> find(name, such).isPresent());
        return find(name, such).orElseThrow();
    }

    public JsonNode await(String name) {
        return await(name, _ -> true);
    }

    /// All of that name so far.
    public List<JsonNode> all(String name) {
        return heard.stream().filter(event -> event.name().equals(name)).map(Event::data).toList();
    }

    /// Begins anew.
    public void forget() {
        heard.clear();
    }

    @Override
    public String toString() {
        return heard.toString();
    }

    private Optional<JsonNode> find(String name, Predicate<JsonNode> such) {
        return all(name).stream().filter(such).findFirst();
    }
}
