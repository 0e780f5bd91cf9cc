// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.disk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// All calls of all threads that touched a folder, in the order in which they were done: what
/// `strace -ff -ttt -T -y -xx` wrote down.
final class Recording {
    private static final Pattern LINE =
            Pattern.compile(
                    "(\\d+)\\.(\\d{6}) (\\w+)\\((.*)\\) = (-?\\d+)(.*) <(\\d+)\\.(\\d{6})>");
    private static final long MICROS = 1_000_000;

    private final Path folder;
    private final List<Call> calls = new ArrayList<>();

    private Recording(Path folder) {
        this.folder = folder;
    }

    /// @param files one for each thread
    /// @param folder whose calls are wanted
    static List<Call> of(List<Path> files, Path folder) throws IOException {
        var recording = new Recording(folder);
        for (var file : files) {
            try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
                lines.forEach(recording::note);
            }
        }
        recording.calls.sort(Comparator.comparingLong(Call::ended));
        return List.copyOf(recording.calls);
    }

    private void note(String line) {
        var call = LINE.matcher(line);
        if (!call.matches() || Long.parseLong(call.group(5)) < 0) return;
        var began = micros(call.group(1), call.group(2));
        var ended = began + micros(call.group(7), call.group(8));
        told(call.group(3), new Arguments(call.group(4), call.group(6)), began, ended)
                .filter(this::within)
                .ifPresent(calls::add);
    }

    private static long micros(String seconds, String rest) {
        return Long.parseLong(seconds) * MICROS + Long.parseLong(rest);
    }

    private boolean within(Call call) {
        var file =
                switch (call) {
                    case Call.Write it -> it.file();
                    case Call.Cut it -> it.file();
                    case Call.Sync it -> it.file();
                    case Call.Make it -> it.file();
                    case Call.Move it -> it.to();
                    case Call.Remove it -> it.file();
                };
        return file.startsWith(folder);
    }

    private static Optional<Call> told(String name, Arguments with, long began, long ended) {
        return switch (name) {
            case "pwrite64", "pwritev" ->
                    Optional.of(
                            new Call.Write(began, ended, with.opened(), with.last(), with.bytes()));
            case "write", "writev" ->
                    Optional.of(
                            new Call.Write(
                                    began, ended, with.opened(), Call.AT_THE_END, with.bytes()));
            case "ftruncate" -> Optional.of(new Call.Cut(began, ended, with.opened(), with.last()));
            case "fsync", "fdatasync" -> Optional.of(new Call.Sync(began, ended, with.opened()));
            case "openat" -> made(with, began, ended);
            case "mkdir", "mkdirat" -> Optional.of(new Call.Make(began, ended, with.path(0), true));
            case "rename", "renameat", "renameat2" ->
                    Optional.of(new Call.Move(began, ended, with.path(0), with.path(1)));
            case "unlink", "unlinkat", "rmdir" ->
                    Optional.of(new Call.Remove(began, ended, with.path(0)));
            default -> throw new IllegalArgumentException("nothing is known of " + name);
        };
    }

    private static Optional<Call> made(Arguments with, long began, long ended) {
        if (with.has("O_TRUNC")) {
            return Optional.of(new Call.Cut(began, ended, with.path(0), 0));
        }
        return with.has("O_CREAT")
                ? Optional.of(new Call.Make(began, ended, with.path(0), false))
                : Optional.empty();
    }

    /// What stands between the brackets, and behind the result.
    private record Arguments(String text, String result) {
        /// What an open file was called, `12<\x2f...>`.
        Path opened() {
            var from = text.indexOf('<');
            return Path.of(plain(text.substring(from + 1, text.indexOf('>', from))));
        }

        Path path(int which) {
            return Path.of(plain(quoted(which)));
        }

        /// What is written, in one piece or several.
        ByteBuffer bytes() {
            var all = new StringBuilder();
            for (var from = text.indexOf('"'); from >= 0; ) {
                var to = text.indexOf('"', from + 1);
                all.append(text, from + 1, to);
                from = text.indexOf('"', to + 1);
            }
            return ByteBuffer.wrap(unescaped(all.toString()));
        }

        long last() {
            return Long.parseLong(text.substring(text.lastIndexOf(' ') + 1));
        }

        boolean has(String flag) {
            return text.contains(flag);
        }

        private String quoted(int which) {
            var from = -1;
            var to = -1;
            for (var i = 0; i <= which; i++) {
                from = text.indexOf('"', to + 1);
                to = text.indexOf('"', from + 1);
            }
            return text.substring(from + 1, to);
        }

        private static String plain(String escaped) {
            return new String(unescaped(escaped), StandardCharsets.UTF_8);
        }

        private static byte[] unescaped(String escaped) {
            var bytes = new ByteArrayOutputStream(escaped.length() / 4);
            for (var i = 0; i < escaped.length(); ) {
                if (escaped.charAt(i) == '\\' && escaped.charAt(i + 1) == 'x') {
                    bytes.write(Integer.parseInt(escaped, i + 2, i + 4, 16));
                    i += 4;
                } else {
                    bytes.write(escaped.charAt(i++));
                }
            }
            return bytes.toByteArray();
        }
    }
}
