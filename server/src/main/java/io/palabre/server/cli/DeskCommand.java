// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.cli;

import io.palabre.server.config.Config;
import io.palabre.server.config.ConfigException;
import io.palabre.server.wiring.StartException;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command about accounts: it works whether the server runs or not.
abstract class DeskCommand implements Callable<Integer> {
    private final Map<String, String> environment;
    @Spec private @Nullable CommandSpec spec;
    @Mixin private final FolderOptions options = new FolderOptions();

    DeskCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    /// Answers the exit code.
    abstract int work(Desk desk, PrintWriter out)
            throws NotReached, IOException, InterruptedException;

    /// Whether there need be no data folder yet.
    boolean makesFolder() {
        return false;
    }

    @Override
    public Integer call()
            throws ConfigException, StartException, NotReached, IOException, InterruptedException {
        var config = Config.from(options.settings(environment));
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        boolean anew = !Files.exists(config.data());
        try (var desk = Desk.of(config, options.running(environment), makesFolder())) {
            if (anew && Files.exists(config.data())) {
                err().printf("palabre: made the folder %s%n", config.data().toAbsolutePath());
            }
            int code = work(desk, out);
            out.flush();
            return code;
        }
    }

    PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }

    /// From the terminal, unseen; or a line of the standard input, for scripts.
    static String askPassword() throws IOException {
        var terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (terminal.isPresent()) {
            return new String(terminal.get().readPassword("Password: "));
        }
        var in = new InputStreamReader(System.in, StandardCharsets.UTF_8);
        return Objects.requireNonNullElse(new BufferedReader(in).readLine(), "");
    }
}
