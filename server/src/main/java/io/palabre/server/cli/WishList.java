// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.cli;

import io.palabre.core.Refusal;
import io.palabre.server.accounts.Registrar.Wish;
import io.palabre.server.refusal.Refused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Accounts to be made, one a line: username, display name, password. The last two may be left out
/// or empty; tabs are between them, or commas in a line without tabs. Lines that are empty or begin
/// with `#` say nothing.
final class WishList {
    private static final int FIELDS = 3;

    private WishList() {}

    /// @param file `-` is the standard input
    static List<Wish> read(Path file, @Nullable String role) {
        if (!file.toString().equals("-")) {
            try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
                return wishes(lines, role);
            } catch (IOException | UncheckedIOException e) {
                throw Refused.because(Refusal.BAD_REQUEST, "%s cannot be read".formatted(file));
            }
        }
        var in = new InputStreamReader(System.in, StandardCharsets.UTF_8);
        return wishes(new BufferedReader(in).lines(), role);
    }

    private static List<Wish> wishes(Stream<String> lines, @Nullable String role) {
        return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> wish(line, role))
                .toList();
    }

    private static Wish wish(String line, @Nullable String role) {
        var fields = line.split(line.contains("\t") ? "\t" : ",", -1);
        if (fields.length > FIELDS) {
            throw Refused.because(
                    Refusal.BAD_REQUEST,
                    "More than a username, a name and a password (use tabs where a name has"
                            + " commas): the line of "
                            + fields[0].strip());
        }
        return new Wish(fields[0].strip(), field(fields, 1), field(fields, 2), role);
    }

    private static @Nullable String field(String[] fields, int at) {
        return fields.length <= at || fields[at].isBlank() ? null : fields[at].strip();
    }
}
