// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/// What all clients of a run did and heard. Any thread may add to it.
public final class History {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ConcurrentLinkedQueue<Op> ops = new ConcurrentLinkedQueue<>();
    private final Map<Class<? extends Op>, LongAdder> counts = new ConcurrentHashMap<>();

    public void add(Op op) {
        ops.add(op);
        counts.computeIfAbsent(op.getClass(), _ -> new LongAdder()).increment();
    }

    /// How many operations of one kind there are so far.
    public long count(Class<? extends Op> kind) {
        var count = counts.get(kind);
        return count == null ? 0 : count.sum();
    }

    /// All so far, in the order of time; what happened at the same instant, in the order told.
    public List<Op> sorted() {
        return ops.stream().sorted(Comparator.comparingLong(Op::nanos)).toList();
    }

    /// The operations of one kind, in the order of time.
    public <T extends Op> List<T> all(Class<T> kind) {
        return sorted().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// Writes one JSON object a line.
    public void dump(Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            for (var op : sorted()) {
                out.write(JSON.writeValueAsString(op));
                out.newLine();
            }
        }
    }

    /// Reads what [#dump] wrote.
    public static History read(Path file) throws IOException {
        var history = new History();
        for (var line : Files.readAllLines(file)) {
            history.add(JSON.readValue(line, Op.class));
        }
        return history;
    }
}
