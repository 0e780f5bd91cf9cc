// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.cli;

import io.palabre.server.config.Config;
import io.palabre.server.config.ConfigException;
import io.palabre.server.config.Settings;
import io.palabre.server.wiring.OperatorFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The flags that all commands share: which folder, and which file of settings.
class FolderOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

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

    Settings settings(Map<String, String> environment) throws ConfigException {
        var flags = new HashMap<String, String>();
        put(flags, "data", data);
        flags.putAll(more());
        return Settings.gather(flags, demo, environment, config);
    }

    /// Other settings that were given as flags.
    Map<String, String> more() {
        return Map.of();
    }

    /// The folder of the server that runs: where nobody says which, and only a demo does, the
    /// demo's.
    Path running(Map<String, String> environment) throws ConfigException {
        var settings = settings(environment);
        var folder = Config.from(settings).data();
        var demos = Path.of(Settings.DEMO_DATA);
        boolean open = settings.isUsualData() && !OperatorFile.isIn(folder);
        if (!open || !OperatorFile.isIn(demos)) return folder;
        err().printf("palabre: at the demo that runs; --data DIR names another folder%n");
        return demos;
    }

    private PrintWriter err() {
        return Objects.requireNonNull(command).commandLine().getErr();
    }

    static void put(Map<String, String> flags, String name, @Nullable String value) {
        if (value != null) flags.put(name, value);
    }
}
