// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.torture;

import io.palabre.e2e.Await;
import io.palabre.e2e.Scene;
import io.palabre.e2e.clients.Person;
import io.palabre.e2e.history.Gauge;
import io.palabre.e2e.history.Invariant;
import io.palabre.e2e.history.Op;
import io.palabre.e2e.history.Run;
import io.palabre.e2e.history.Violation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Somebody signs in and never reads again, while much more is said to them than systems hold
/// between two programs. What the server kept for them all the same shows when they read at last.
final class Deaf {
    private static final String WHO = "deaf";
    private static final int OWN_BUFFER = 64 << 10;
    private static final int ALLOWED = 1 << 20;
    private static final int SILENCE_MILLIS = 3_000;
    private static final String LONGEST = "€".repeat(4_000);

    private final Scene scene;

    Deaf(Scene scene) {
        this.scene = scene;
    }

    List<Violation> play() throws IOException {
        var ann = scene.rest().register("ann");
        var bob = scene.rest().register("bob");
        var talk = scene.rest().group(ann, "talk", List.of(bob));
        var system = systemHolds();
        try (var socket = new Socket()) {
            signIn(socket, bob);
            say(ann, talk, 2 * (system + ALLOWED));
            var kept = readAll(socket);
            scene.history()
                    .add(
                            new Op.Measured(
                                    System.nanoTime(),
                                    WHO,
                                    Gauge.MEMORY,
                                    "bytes for one who does not read",
                                    kept,
                                    system + ALLOWED));
        }
        return Invariant.I18.violations(
                new Run(scene.history().sorted(), Map.of(), List.of(), Map.of()));
    }

    /// How much the system itself keeps between two programs: a writer tries.
    private static long systemHolds() throws IOException {
        var here = InetAddress.getLoopbackAddress();
        try (var door = ServerSocketChannel.open().bind(new InetSocketAddress(here, 0));
                var reader = new Socket()) {
            reader.setReceiveBufferSize(OWN_BUFFER);
            reader.connect(door.getLocalAddress());
            try (var writer = door.accept()) {
                writer.configureBlocking(false);
                return writtenUnread(writer);
            }
        }
    }

    private static long writtenUnread(SocketChannel writer) throws IOException {
        var piece = ByteBuffer.allocate(OWN_BUFFER);
        long all = 0;
        for (var idle = 0; idle < 20; ) {
            long written = writer.write(piece.clear());
            idle = written == 0 ? idle + 1 : 0;
            all += written;
            if (written == 0) Await.pause(Duration.ofMillis(10));
        }
        return all;
    }

    private void signIn(Socket socket, Person who) throws IOException {
        socket.setReceiveBufferSize(OWN_BUFFER);
        socket.setSoTimeout(SILENCE_MILLIS);
        socket.connect(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), scene.server().port()));
        var hello =
                """
                GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r
                Host: localhost\r
                Connection: Upgrade\r
                Upgrade: websocket\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                \r
                """;
        socket.getOutputStream().write(hello.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().write(frame("40{\"token\":\"" + who.token() + "\"}"));
        readUntil(socket, "authenticated");
    }

    /// A text as a client sends it, masked with nothing.
    private static byte[] frame(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var frame = new byte[bytes.length + 8];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | 126);
        frame[2] = (byte) (bytes.length >> 8);
        frame[3] = (byte) bytes.length;
        System.arraycopy(bytes, 0, frame, 8, bytes.length);
        return frame;
    }

    private static void readUntil(Socket socket, String word) throws IOException {
        var heard = new StringBuilder();
        while (heard.indexOf(word) < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) throw new IOException("it said only " + heard);
            heard.append((char) next);
        }
    }

    private void say(Person by, String where, long bytes) {
        var random = new SplittableRandom();
        for (long said = 0; said < bytes; said += 3L * LONGEST.length()) {
            var wish = Map.of("content", LONGEST, "clientId", "m" + random.nextLong());
            var answer = scene.rest().post(by, "/api/conversations/" + where + "/messages", wish);
            if (answer.status() != 201) throw new AssertionError("refused: " + answer);
        }
    }

    /// All that comes until the line is cut, or nothing more comes.
    private static long readAll(Socket socket) throws IOException {
        var piece = new byte[OWN_BUFFER];
        long all = 0;
        try {
            for (var n = 0; n >= 0; n = socket.getInputStream().read(piece)) all += n;
        } catch (SocketTimeoutException | SocketException _) {
            // it was cut, or there was no more
        }
        return all;
    }
}
