// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.disk;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `strace` wrote down is understood.
class RecordingTest {
    private static final Path DATA = Path.of("/d");
    private static final Path FILE = Path.of("/d/f");

    @TempDir private Path folder;

    @Test
    void calls_of_all_threads_come_in_the_order_in_which_they_were_done() throws IOException {
        var calls =
                recorded(
                        """
                        7.000010 openat(AT_FDCWD<"/">, "/d/f", O_RDWR|O_CREAT, 0600) = 9</d/f> <0.000002>
                        7.000020 pwrite64(9<"/d/f">, "ab", 2, 40) = 2 <0.000001>
                        7.000030 fsync(9<"/d/f">) = 0 <0.000100>
                        """,
                        """
                        7.000040 rename("/d/f", "/d/g") = 0 <0.000001>
                        7.000050 unlink("/d/nothing") = -1 ENOENT (No such file) <0.000001>
                        7.000060 write(1<"/elsewhere">, "ab", 2) = 2 <0.000001>
                        """);
        assertThat(calls)
                .containsExactly(
                        new Call.Make(7_000_010, 7_000_012, FILE, false),
                        new Call.Write(
                                7_000_020,
                                7_000_021,
                                FILE,
                                40,
                                ByteBuffer.wrap("ab".getBytes(US_ASCII))),
                        new Call.Move(7_000_040, 7_000_041, FILE, Path.of("/d/g")),
                        new Call.Sync(7_000_030, 7_000_130, FILE));
    }

    /// With all names and bytes in hexadecimal numbers, as they are told.
    private List<Call> recorded(String... threads) throws IOException {
        var number = 0;
        for (var thread : threads) {
            var file = folder.resolve("recording." + number++);
            Files.writeString(file, hexadecimal(thread.replace("<\"", "<").replace("\">", ">")));
        }
        try (var files = Files.list(folder)) {
            return Recording.of(files.sorted().toList(), DATA);
        }
    }

    private static String hexadecimal(String lines) {
        var told = new StringBuilder();
        var inside = false;
        for (var i = 0; i < lines.length(); i++) {
            var sign = lines.charAt(i);
            if (sign == '"') inside = !inside;
            told.append(inside && sign != '"' ? "\\x%02x".formatted((int) sign) : sign);
        }
        return told.toString();
    }
}
