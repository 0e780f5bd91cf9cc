// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.cli;

import io.palabre.server.config.ConfigException;
import io.palabre.server.config.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The flags that many commands share: they set what the configuration holds.
final class ConfigOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "a file of settings (without it, palabre.properties in the data folder)")
    private @Nullable Path config;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the folder that holds everything (data; with --demo data/demo)")
    private @Nullable String data;

    @Option(names = "--demo", description = "sample people and conversations; never in production")
    private boolean demo;

    @Option(names = "--port", paramLabel = "N", description = "the port to listen on (3000)")
    private @Nullable String port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "the address to listen on (0.0.0.0; with --demo 127.0.0.1)")
    private @Nullable String host;

    Settings settings(Map<String, String> environment) throws ConfigException {
        var flags = new HashMap<String, String>();
        put(flags, "data", data);
        put(flags, "port", port);
        put(flags, "host", host);
        return Settings.gather(flags, demo, environment, config);
    }

    private static void put(Map<String, String> flags, String name, @Nullable String value) {
        if (value != null) flags.put(name, value);
    }
}
