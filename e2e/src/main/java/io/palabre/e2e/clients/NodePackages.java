// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.clients;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The npm packages that the clients need, fetched when they are not there or out of date.
public final class NodePackages {
    private NodePackages() {}

    /// A script of `e2e/clients`, ready to run.
    public static synchronized Path script(String name) throws IOException {
        var home = Path.of(System.getProperty("palabre.e2e", "e2e")).toAbsolutePath().normalize();
        if (!current(home)) fetchAlone(home);
        return home.resolve("clients").resolve(name);
    }

    /// Other processes that test wait meanwhile.
    private static void fetchAlone(Path home) throws IOException {
        var lock = home.resolve("package-lock.json");
        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (!current(home)) fetch(home);
        }
    }

    private static boolean current(Path home) throws IOException {
        var fetched = home.resolve("node_modules/.package-lock.json");
        var wanted = home.resolve("package-lock.json");
        return Files.exists(fetched)
                && Files.getLastModifiedTime(fetched).compareTo(Files.getLastModifiedTime(wanted))
                        >= 0;
    }

    private static void fetch(Path home) throws IOException {
        var npm =
                new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error")
                        .directory(home.toFile())
                        .redirectErrorStream(true)
                        .start();
        var said = npm.inputReader(StandardCharsets.UTF_8).readAllAsString();
        try {
            if (npm.waitFor() != 0) throw new IOException("npm ci in " + home + " failed: " + said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while fetching packages", e);
        }
    }
}
