// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/// Which Palabre this is, as the build wrote it down.
public final class Version {
    private static final String CURRENT = read();

    private Version() {}

    public static String current() {
        return CURRENT;
    }

    private static String read() {
        try (var in = Version.class.getResourceAsStream("/io/palabre/server/version.properties")) {
            var properties = new Properties();
            properties.load(Objects.requireNonNull(in, "the build writes version.properties"));
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
