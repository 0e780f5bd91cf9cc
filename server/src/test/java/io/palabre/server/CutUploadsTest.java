// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.MovableTime;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Uploads whose line is cut while bytes still come, with real sockets.
class CutUploadsTest {
    private static final String UPLOADS = "/api/attachments/uploads";
    private static final byte[] WORDS = "Bonjour, tout le monde !\n".repeat(20_000).getBytes(UTF_8);
    private static final int SENT = 300_007;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private RunningServer server = RunningServer.with("awa");
    private Someone awa = server.signIn("awa");

    @AfterEach
    void stop() {
        server.close();
    }

    private String begin() {
        var wish = "{\"name\":\"a.txt\",\"size\":%d}".formatted(WORDS.length);
        return UPLOADS + "/" + awa.post(UPLOADS, wish).text("/upload/id");
    }

    /// Announces all, sends the beginning, and is gone.
    private void cut(String method, String path) throws Exception {
        var head =
                """
                %s %s HTTP/1.1
                Host: 127.0.0.1
                Authorization: Bearer %s
                Upload-Offset: 0
                Content-Type: text/plain
                Content-Length: %d

                """
                        .formatted(method, path, awa.token(), WORDS.length)
                        .replace("\n", "\r\n");
        try (var line = new Socket(InetAddress.getLoopbackAddress(), server.palabre().port())) {
            line.getOutputStream().write(head.getBytes(UTF_8));
            line.getOutputStream().write(WORDS, 0, SENT);
            line.getOutputStream().flush();
            until(() -> bytesThere() > 0);
        }
    }

    private static void until(Callable<Boolean> so) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo(so)) {
            assertThat(System.nanoTime()).as("it never came to that").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    /// A file may go while it is looked at: then it is not so yet.
    private static boolean isSo(Callable<Boolean> so) throws Exception {
        try {
            return so.call();
        } catch (UncheckedIOException | NoSuchFileException _) {
            return false;
        }
    }

    private List<Path> files() throws IOException {
        var folder = server.folder().resolve("files");
        if (!Files.isDirectory(folder)) return List.of();
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private long bytesThere() throws IOException {
        long bytes = 0;
        for (var file : files()) bytes += Files.size(file);
        return bytes;
    }

    /// Sends what is missing; not taken for as long as the server has not seen that the first is
    /// gone.
    private boolean goesOn(String upload, AtomicReference<Someone.Reply> last) throws Exception {
        var offset = awa.get(upload).number("/upload/offset");
        var rest = Arrays.copyOfRange(WORDS, (int) offset, WORDS.length);
        last.set(awa.with("Upload-Offset", "" + offset).send("PATCH", upload, rest));
        return last.get().status() < 400;
    }

    @Test
    void a_piece_counts_as_far_as_it_came_and_the_next_goes_on_there() throws Exception {
        var upload = begin();
        cut("PATCH", upload);
        assertThat(awa.get(upload).number("/upload/offset")).isPositive();
        var last = new AtomicReference<Someone.Reply>();
        until(() -> goesOn(upload, last));
        assertThat(awa.fetch(last.get().text("/attachment/url")).body()).isEqualTo(WORDS);
        assertThat(files()).hasSize(1);
    }

    @Test
    void a_file_in_one_go_leaves_nothing() throws Exception {
        cut("POST", "/api/attachments?name=a.txt");
        until(() -> files().isEmpty());
    }

    @Test
    void what_nobody_goes_on_with_is_removed_after_an_hour() throws Exception {
        var upload = begin();
        cut("PATCH", upload);
        var later = new MovableTime();
        later.move(Duration.ofHours(2));
        server = server.again(later);
        awa = awa.at(server);
        until(() -> files().isEmpty());
        assertThat(awa.get(upload).status()).isEqualTo(404);
    }
}
