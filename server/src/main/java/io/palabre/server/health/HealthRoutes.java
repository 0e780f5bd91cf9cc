// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.health;

import static io.palabre.server.edge.Route.Method.GET;

import io.palabre.core.log.Unavailable;
import io.palabre.core.people.People;
import io.palabre.server.edge.Answer;
import io.palabre.server.edge.Request;
import io.palabre.server.edge.Route;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// `/api/health`: up means that the store answers and takes what is written.
public final class HealthRoutes {
    private final People people;
    private final BooleanSupplier writes;
    private final Supplier<Registration> registration;
    private final boolean demo;

    /// Whether one may make an account here.
    public enum Registration {
        OPEN,
        CLOSED,
        /// The first administrator is yet to be made.
        SETUP
    }

    /// @param writes whether the store takes what is written
    public HealthRoutes(
            People people,
            BooleanSupplier writes,
            Supplier<Registration> registration,
            boolean demo) {
        this.people = people;
        this.writes = writes;
        this.registration = registration;
        this.demo = demo;
    }

    public List<Route> routes() {
        return List.of(Route.open(GET, "/api/health", this::health));
    }

    record Health(
            String status, String version, String durability, String registration, boolean demo) {}

    private Answer health(Request request) {
        boolean up = writes.getAsBoolean() && storeAnswers();
        var shape =
                new Health(
                        up ? "up" : "down",
                        Version.current(),
                        "disk",
                        registration.get().name().toLowerCase(Locale.ROOT),
                        demo);
        return new Answer(up ? 200 : 503, shape, null);
    }

    private boolean storeAnswers() {
        try {
            people.byUsername("anybody");
            return true;
        } catch (Unavailable _) {
            return false;
        }
    }
}
