// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.palabre.bench.load.Tally;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// What cannot be undercut in durable sends: 64 senders and one writer in one process, no network,
/// no rules. It writes the rows that the server writes for a message, into the server's tables, and
/// commits what queued during the last commit.
public final class GroupCommit {

    private static final int SENDERS = 64;

    private record Send(int sender, CompletableFuture<Boolean> done) {}

    private final BlockingQueue<Send> queue = new ArrayBlockingQueue<>(SENDERS);
    private final Connection db;
    private final PreparedStatement append;
    private final PreparedStatement head;
    private final PreparedStatement cursor;
    private final byte[] fingerprint = new byte[32];
    private long seq;

    private GroupCommit(Connection db) throws SQLException {
        this.db = db;
        append =
                db.prepareStatement(
                        """
                        INSERT INTO event
                          (conversation, seq, ord, at, actor, kind, version, body, client_id, fingerprint)
                        VALUES (?, ?, ?, ?, ?, 'posted', 1, ?, ?, ?)
                        """);
        head =
                db.prepareStatement(
                        "UPDATE conversation SET seq = ?, ord = ?, at = ?, last_message = ? WHERE id = ?");
        cursor =
                db.prepareStatement(
                        "UPDATE member SET read_ord = ?, read_seq = ? WHERE person = ? AND conversation = ?");
    }

    /// Takes a folder for the file and one with the server's schema, and answers the line `run
    /// MILLIS` with the nanoseconds taken and the latencies.
    public static void main(String[] args) throws IOException, SQLException {
        Connection db = open(Path.of(args[0]), Path.of(args[1]));
        GroupCommit loop = new GroupCommit(db);
        LineProtocol.serve(line -> loop.run(Duration.ofMillis(Long.parseLong(line.substring(4)))));
    }

    /// Reads what `run` answered.
    static Tally tally(String line) {
        String[] parts = line.split(" ", 2);
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(parts[1]));
        Histogram latency = Histogram.decodeFromByteBuffer(bytes, 0);
        Duration took = Duration.ofNanos(Long.parseLong(parts[0]));
        return new Tally(latency.getTotalCount(), took, latency);
    }

    private String run(Duration window) {
        Histogram latency = new ConcurrentHistogram(60_000_000, 3);
        LongAdder open = new LongAdder();
        open.add(SENDERS);
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> senders = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                int sender = i;
                senders.add(
                        threads.submit(
                                () -> {
                                    send(sender, began + window.toNanos(), latency);
                                    open.decrement();
                                    return sender;
                                }));
            }
            while (open.sum() > 0) commitWhatQueued();
            for (Future<?> sender : senders) sender.get();
        } catch (ExecutionException | SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return System.nanoTime() - began + " " + encoded(latency);
    }

    private void send(int sender, long until, Histogram latency)
            throws InterruptedException, ExecutionException {
        for (long now = System.nanoTime(); now < until; now = System.nanoTime()) {
            Send send = new Send(sender, new CompletableFuture<>());
            queue.put(send);
            var _ = send.done().get();
            latency.recordValue((System.nanoTime() - now) / 1000);
        }
    }

    private void commitWhatQueued() throws SQLException, InterruptedException {
        List<Send> batch = new ArrayList<>();
        Send first = queue.poll(5, TimeUnit.MILLISECONDS);
        if (first == null) return;
        batch.add(first);
        queue.drainTo(batch);
        for (Send send : batch) insert(send.sender());
        db.commit();
        for (Send send : batch) send.done().complete(true);
    }

    private void insert(int sender) throws SQLException {
        long now = System.currentTimeMillis();
        byte[] conversation = id('c', sender / 2);
        byte[] person = id('p', sender);
        String client = "client-" + ++seq;
        String body =
                "{\"clientId\":\"%s\",\"type\":\"text\",\"text\":\"%s\"}"
                        .formatted(client, Phrases.text(seq));
        update(append, conversation, seq, seq, now, person, body, client, fingerprint);
        update(head, seq, seq, now, seq, conversation);
        update(cursor, seq, seq, person, conversation);
    }

    private static void update(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
        statement.executeUpdate();
    }

    private static Connection open(Path folder, Path schema) throws IOException, SQLException {
        Connection db = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("bare.db"));
        try (Statement statement = db.createStatement()) {
            statement.execute("PRAGMA page_size = 4096");
            statement.execute("PRAGMA auto_vacuum = INCREMENTAL");
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("PRAGMA secure_delete = ON");
            for (String command : commands(schema)) statement.execute(command);
            db.setAutoCommit(false);
            for (int sender = 0; sender < SENDERS; sender++) prepare(db, sender);
            db.commit();
        }
        return db;
    }

    private static List<String> commands(Path schema) throws IOException {
        TreeSet<Path> files = new TreeSet<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(schema, "*.sql")) {
            found.forEach(files::add);
        }
        List<String> commands = new ArrayList<>();
        for (Path file : files) commands.addAll(List.of(Files.readString(file).split(";\n", -1)));
        commands.removeIf(String::isBlank);
        return commands;
    }

    private static void prepare(Connection db, int sender) throws SQLException {
        try (PreparedStatement conversation =
                        db.prepareStatement(
                                """
                                INSERT OR IGNORE INTO conversation
                                  (id, type, seq, ord, at, last_message, members, created_at)
                                VALUES (?, 'private', 0, 0, 0, 0, 2, 0)
                                """);
                PreparedStatement member =
                        db.prepareStatement(
                                """
                                INSERT INTO member
                                  (person, conversation, role, read_ord, read_seq, joined_seq, joined_at)
                                VALUES (?, ?, 'member', 0, 0, 0, 0)
                                """)) {
            update(conversation, (Object) id('c', sender / 2));
            update(member, id('p', sender), id('c', sender / 2));
        }
    }

    private static byte[] id(char kind, int number) {
        return "%c%015d".formatted(kind, number).getBytes(UTF_8);
    }

    private static String encoded(Histogram latency) {
        ByteBuffer bytes = ByteBuffer.allocate(latency.getNeededByteBufferCapacity());
        int length = latency.encodeIntoByteBuffer(bytes);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
    }
}
