// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.function.UnaryOperator;

/// The side of a Java peer: says that it is ready, answers lines, ends with its input.
final class LineProtocol {

    private LineProtocol() {}

    static int port(String[] args) {
        return Integer.parseInt(args[List.of(args).indexOf("--port") + 1]);
    }

    /// Whether `--io-uring` is among the options.
    static boolean ioUring(String[] args) {
        return List.of(args).contains("--io-uring");
    }

    /// Answers `gc` once garbage is collected.
    static void serve() throws IOException {
        serve(
                line -> {
                    if (line.equals("gc")) System.gc();
                    return line.equals("gc") ? "done" : "unknown";
                });
    }

    static void serve(UnaryOperator<String> answers) throws IOException {
        System.out.println("ready");
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            System.out.println(answers.apply(line));
        }
        Runtime.getRuntime().halt(0);
    }
}
