// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.load;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/// People who come and go without end, until closed: each is away for as long as it was there, and
/// they take turns evenly.
public final class Flappers implements Traffic, AutoCloseable {

    private final Generator generator;
    private final Target target;
    private final long half;
    private final Set<Connection> open = new HashSet<>();
    private final LongAdder comings = new LongAdder();
    private final LongAdder losses = new LongAdder();
    private boolean over;

    private Flappers(Generator generator, Target target, Duration half) {
        this.generator = generator;
        this.target = target;
        this.half = half.toNanos();
    }

    /// From now on `people` of them flap.
    ///
    /// @param half how long each is there, and how long away
    public static Flappers begin(Generator generator, Target target, int people, Duration half) {
        Flappers flappers = new Flappers(generator, target, half);
        long apart = 2 * half.toNanos() / people;
        for (int i = 0; i < people; i++) {
            int number = i;
            generator.later(() -> flappers.come(number), apart * number);
        }
        return flappers;
    }

    /// How often somebody was let in.
    public long comings() {
        return comings.sum();
    }

    /// How often the server lost one who did not go.
    public long losses() {
        return losses.sum();
    }

    private void come(int number) {
        if (over) return;
        Connection connection = new Connection(number, target, this);
        open.add(connection);
        generator.connect(connection, target);
        generator.later(() -> go(connection), half);
    }

    private void go(Connection connection) {
        open.remove(connection);
        connection.close();
        if (!over) generator.later(() -> come(connection.number()), half);
    }

    @Override
    public void ready(Connection connection) {
        comings.increment();
    }

    @Override
    public void lost(Connection connection, String why) {
        losses.increment();
    }

    @Override
    public void close() {
        generator.now(
                () -> {
                    over = true;
                    open.forEach(Connection::close);
                    open.clear();
                });
    }
}
