// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.cli;

import io.palabre.server.config.Config;
import io.palabre.server.config.ConfigException;
import io.palabre.server.config.Settings;
import io.palabre.server.wire.Json;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `palabre config`: every setting, what it is set to and by what, and whether all of it can be.
@Command(
        name = "config",
        description = "Prints every setting: value, default, source, meaning; checks them.",
        mixinStandardHelpOptions = true)
final class ConfigCommand implements Callable<Integer> {
    private final Map<String, String> environment;
    @Spec private @Nullable CommandSpec spec;
    @Mixin private final ServerOptions options = new ServerOptions();

    @Option(names = "--json", description = "for programs")
    private boolean json;

    ConfigCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws ConfigException {
        var settings = options.settings(environment);
        Config.from(settings);
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) out.println(new Json().write(settings.all()));
        else settings.all().forEach(setting -> print(out, setting));
        return 0;
    }

    private static void print(PrintWriter out, Settings.Setting setting) {
        out.printf("%s = %s%n", setting.name(), setting.value());
        out.printf("    %s%n", setting.meaning());
        var fallback = setting.fallback().isEmpty() ? "nothing" : setting.fallback();
        out.printf("    from %s; default %s%n", setting.source(), fallback);
    }
}
