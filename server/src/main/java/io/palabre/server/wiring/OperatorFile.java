// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wiring;

import io.palabre.server.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the command line where the server of a data folder is and how to speak to it as its
/// operator. Only who owns the folder can read it; it goes when the server stops.
public record OperatorFile(String url, String token) {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorFile.class);
    private static final String NAME = "operator.json";

    /// Whether a server runs on this folder, or did when the machine stopped.
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(NAME));
    }

    /// What the server of this folder has left there; empty when none runs.
    public static Optional<OperatorFile> in(Path folder, Json json) throws IOException {
        var file = folder.resolve(NAME);
        return isIn(folder)
                ? Optional.of(json.read(Files.readAllBytes(file), OperatorFile.class))
                : Optional.empty();
    }

    /// Appears at once and complete, readable by nobody else at any moment.
    void write(Path folder, Json json) throws IOException {
        var draft = Files.createTempFile(folder, "operator", ".new");
        var store = Files.getFileStore(draft);
        if (store.supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(draft, json.write(this));
        Files.move(
                draft,
                folder.resolve(NAME),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /// A file that stays behind names a token that is good for nothing.
    static void remove(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(NAME));
        } catch (IOException e) {
            LOG.warn("{} is still there: {}", folder.resolve(NAME), e.toString());
        }
    }
}
