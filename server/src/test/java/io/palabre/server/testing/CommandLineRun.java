// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.testing;

import io.palabre.server.cli.Cli;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What a command said, and its exit code.
public record CommandLineRun(int code, String out, String err) {

    /// Runs `palabre` with these words.
    public static CommandLineRun of(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var usual = new PrintStream[] {System.out, System.err};
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int code = Cli.run(words, Map.of());
            return new CommandLineRun(
                    code,
                    out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(usual[0]);
            System.setErr(usual[1]);
        }
    }
}
