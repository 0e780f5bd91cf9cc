// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/// Clients who do not give up: whoever loses the connection tries again after half a second to one
/// and a half, then after twice as long, five seconds at most, as socket.io-client does. Once let
/// in they say how far they have come, and are back when all they missed is there. Nothing may be
/// missing and nothing there twice.
public final class Comeback implements Traffic, AutoCloseable {

    private static final long FIRST_WAIT = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_WAIT = Duration.ofSeconds(5).toNanos();
    private static final int A_SECOND = 500;
    private static final byte[] PAGE = "[\"sync_page\"".getBytes(UTF_8);
    private static final byte[] MESSAGE = "\"new_message\"".getBytes(UTF_8);
    private static final byte[] HELLO = "[\"authenticated\"".getBytes(UTF_8);

    /// What they say.
    public interface Held {
        /// The packet with which a client says what it has, acknowledged.
        ///
        /// @param own the last number of its own log
        byte[] packet(int client, long own);
    }

    private final Generator generator;
    private final Target target;
    private final Held held;
    private final Connection[] open;
    private final long[] own;
    private final int[] heard;
    private final boolean[] back;
    private final int[] attempts;
    private final SplittableRandom random = new SplittableRandom(1);
    private int missed;
    private int left;
    private long began;
    private Histogram latency = Tally.micros();
    private CompletableFuture<Tally> done = new CompletableFuture<>();
    private boolean over;

    /// @param size how many clients
    public Comeback(Generator generator, Target target, int size, Held held) {
        this.generator = generator;
        this.target = target;
        this.held = held;
        open = new Connection[size];
        own = new long[size];
        heard = new int[size];
        back = new boolean[size];
        attempts = new int[size];
    }

    /// All come for the first time, one after the other.
    public Tally come(Duration patience) throws LoadFailed {
        return generator.await(
                whenDone -> {
                    expect(0, whenDone);
                    for (int i = 0; i < open.length; i++) {
                        int client = i;
                        generator.later(() -> connect(client), client * 1_000_000_000L / A_SECOND);
                    }
                },
                patience);
    }

    /// From now on each is to come back once more. Latency is from now.
    ///
    /// @param messages how many each has missed
    /// @return waits until all are back
    public Return comeBack(int messages) {
        CompletableFuture<Tally> whenDone = new CompletableFuture<>();
        generator.now(() -> expect(messages, whenDone));
        return patience -> Generator.await(whenDone, patience);
    }

    /// Something that ends when all are back.
    public interface Return {
        Tally await(Duration patience) throws LoadFailed;
    }

    private void expect(int messages, CompletableFuture<Tally> whenDone) {
        missed = messages;
        done = whenDone;
        left = open.length;
        latency = Tally.micros();
        began = System.nanoTime();
        Arrays.fill(back, false);
    }

    private void again(int client) {
        long wait = Math.min(LONGEST_WAIT, FIRST_WAIT << Math.min(attempts[client]++, 3));
        generator.later(() -> connect(client), wait / 2 + random.nextLong(wait));
    }

    private void connect(int client) {
        if (over) return;
        heard[client] = 0;
        open[client] = new Connection(client, target, this);
        generator.connect(open[client], target);
    }

    @Override
    public void lost(Connection connection, String why) {
        if (!over) again(connection.number());
    }

    @Override
    public void event(Connection connection, ByteBuf bytes, int start, int end) {
        int client = connection.number();
        if (begins(bytes, start, end, HELLO)) {
            own[client] = number(bytes.toString(start, end - start, UTF_8), "\"ownSeq\":");
            connection.send(held.packet(client, own[client]));
        } else if (begins(bytes, start, end, PAGE)) {
            heard[client] += count(bytes, start, end);
        }
    }

    private static boolean begins(ByteBuf bytes, int start, int end, byte[] with) {
        if (end - start < with.length) return false;
        for (int i = 0; i < with.length; i++) {
            if (bytes.getByte(start + i) != with[i]) return false;
        }
        return true;
    }

    private static int count(ByteBuf bytes, int start, int end) {
        int found = 0;
        for (int at = start; at < end; at++) {
            if (bytes.getByte(at) == '"' && begins(bytes, at, end, MESSAGE)) found++;
        }
        return found;
    }

    private static long number(String text, String name) {
        int at = text.indexOf(name) + name.length();
        int end = at;
        while (end < text.length() && Character.isDigit(text.charAt(end))) end++;
        return Long.parseLong(text.substring(at, end));
    }

    @Override
    public void answer(Connection connection, ByteBuf bytes, int start, int end) {
        int client = connection.number();
        String said = bytes.toString(start, end - start, UTF_8);
        if (!said.contains("\"ok\":true")) {
            fail(client, "was refused: " + said);
        } else if (heard[client] != missed) {
            fail(client, "missed %d messages and heard %d".formatted(missed, heard[client]));
        } else if (!back[client]) {
            back[client] = true;
            attempts[client] = 0;
            long now = System.nanoTime();
            latency.recordValue((now - began) / 1_000);
            if (--left == 0) {
                done.complete(new Tally(open.length, Duration.ofNanos(now - began), latency));
            }
        }
    }

    private void fail(int client, String why) {
        done.completeExceptionally(new IllegalStateException("client " + client + " " + why));
    }

    @Override
    public void close() {
        generator.now(
                () -> {
                    over = true;
                    for (Connection connection : open) {
                        if (connection != null) connection.close();
                    }
                });
    }
}
