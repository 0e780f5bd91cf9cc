// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The clients connected to one server. Between loads they only answer heartbeats.
public final class Crowd implements AutoCloseable {

    private static final int CONNECTING_AT_ONCE = 64;

    private final Generator generator;
    private final Target target;
    private final int size;
    private final List<Connection> connections;
    private long numbers;

    Crowd(Generator generator, Target target, int size) {
        this.generator = generator;
        this.target = target;
        this.size = size;
        this.connections = new ArrayList<>(size);
    }

    /// How many clients.
    public int size() {
        return size;
    }

    /// Lets it be for a while: heartbeats are all there is.
    public Tally idle(Duration window) throws LoadFailed {
        generator.<Boolean>await(
                done -> generator.later(() -> done.complete(true), window.toNanos()),
                window.plusSeconds(10));
        return new Tally(1, window, Tally.micros());
    }

    Generator generator() {
        return generator;
    }

    Connection connection(int number) {
        return connections.get(number);
    }

    /// The next number of an operation, unique in this crowd.
    long nextNumber() {
        return numbers++;
    }

    void hearsNow(Traffic traffic) {
        for (Connection connection : connections) connection.hearsNow(traffic);
    }

    @Override
    public void close() {
        generator.now(() -> connections.forEach(Connection::close));
    }

    void gather(CompletableFuture<Boolean> done) {
        Traffic arrivals = new Arrivals(done);
        for (int i = 0; i < Math.min(CONNECTING_AT_ONCE, size); i++) open(arrivals);
    }

    private void open(Traffic arrivals) {
        Connection connection = new Connection(connections.size(), target, arrivals);
        connections.add(connection);
        generator.connect(connection, target);
    }

    /// Opens the next when one is ready.
    private final class Arrivals implements Traffic {
        private final CompletableFuture<Boolean> done;
        private int ready;

        Arrivals(CompletableFuture<Boolean> done) {
            this.done = done;
        }

        @Override
        public void ready(Connection connection) {
            if (++ready == size) done.complete(true);
            else if (connections.size() < size) open(this);
        }

        @Override
        public void lost(Connection connection, String why) {
            done.completeExceptionally(
                    new IllegalStateException(
                            "client %d of %d: %s".formatted(connection.number(), size, why)));
        }
    }
}
