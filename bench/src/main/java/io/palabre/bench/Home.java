// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// Where the project lies and where benchmarks may write.
public record Home(Path root) {

    /// `-Dpalabre.home`, else `PALABRE_HOME`, else two folders above the jar.
    static Home find() {
        String told = System.getProperty("palabre.home", System.getenv("PALABRE_HOME"));
        Path root = told == null ? aboveJar() : Path.of(told);
        Path absolute = root.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute.resolve("bench/peers"))) {
            throw new IllegalArgumentException(
                    absolute + " is not Palabre's source folder; set PALABRE_HOME");
        }
        return new Home(absolute);
    }

    private static Path aboveJar() {
        try {
            Path code =
                    Path.of(Home.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return code.resolve("../../..");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The programs of peers.
    public Path peers() {
        return root.resolve("bench/peers");
    }

    /// For data and logs, on the project's disk, ignored by git.
    public Path work() {
        return root.resolve(".palabre/bench");
    }

    /// An empty folder of that name for data; what was there before is deleted.
    public Path emptied(String name) throws IOException {
        Path folder = work().resolve(name);
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(folder);
    }

    /// The tables that the server keeps its logs in.
    public Path schema() {
        return root.resolve("sql/src/main/resources/io/palabre/sql/schema");
    }

    /// The packaged server.
    public Path server() {
        return root.resolve("server/target/palabre.jar");
    }
}
