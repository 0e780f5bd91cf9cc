// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.cli;

import io.palabre.server.config.Config;
import io.palabre.server.config.ConfigException;
import io.palabre.server.config.Settings;
import io.palabre.server.wiring.OperatorFile;
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

    /// The folder of the server that runs: where nobody says which, and only a demo does, the
    /// demo's.
    Path running(Map<String, String> environment) throws ConfigException {
        var settings = settings(environment);
        var folder = Config.from(settings).data();
        var demos = Path.of(Settings.DEMO_DATA);
        boolean open = settings.isUsualData() && !OperatorFile.isIn(folder);
        return open && OperatorFile.isIn(demos) ? demos : folder;
    }

    private static void put(Map<String, String> flags, String name, @Nullable String value) {
        if (value != null) flags.put(name, value);
    }
}
