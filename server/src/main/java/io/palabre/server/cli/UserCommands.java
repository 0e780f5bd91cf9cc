// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.cli;

import io.palabre.core.SystemTime;
import io.palabre.core.people.PersonRole;
import io.palabre.server.config.Config;
import io.palabre.server.config.ConfigException;
import io.palabre.server.wire.Json;
import io.palabre.server.wire.UserShape;
import io.palabre.server.wiring.AccountDesk;
import io.palabre.server.wiring.StartException;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `palabre user …`: accounts, straight in the data folder while no server runs on it.
@Command(
        name = "user",
        description = "Makes and lists accounts, while the server is not running.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class UserCommands {

    /// What the three commands share.
    abstract static class OnDesk implements Callable<Integer> {
        private final Map<String, String> environment;
        @Spec private @Nullable CommandSpec spec;
        @Mixin private final ConfigOptions options = new ConfigOptions();

        OnDesk(Map<String, String> environment) {
            this.environment = environment;
        }

        abstract void work(AccountDesk desk, PrintWriter out) throws IOException;

        @Override
        public Integer call() throws ConfigException, StartException, IOException {
            var config = Config.from(options.settings(environment));
            var out = Objects.requireNonNull(spec).commandLine().getOut();
            try (var desk = AccountDesk.open(config, new SystemTime())) {
                work(desk, out);
            }
            return 0;
        }

        /// From the terminal, unseen; or a line of the standard input, for scripts.
        String askPassword() throws IOException {
            var terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
            if (terminal.isPresent()) {
                return new String(terminal.get().readPassword("Password: "));
            }
            var in = new InputStreamReader(System.in, StandardCharsets.UTF_8);
            return Objects.requireNonNullElse(new BufferedReader(in).readLine(), "");
        }
    }

    @Command(
            name = "add",
            description = "Makes an account; asks for the password, or reads a line of input.",
            mixinStandardHelpOptions = true)
    static final class Add extends OnDesk {
        @Parameters(paramLabel = "USERNAME")
        private String username = "";

        @Option(names = "--name", paramLabel = "NAME", description = "how others see them")
        private @Nullable String displayName;

        @Option(names = "--role", description = "user (unless said), moderator or admin")
        private PersonRole role = PersonRole.USER;

        Add(Map<String, String> environment) {
            super(environment);
        }

        @Override
        void work(AccountDesk desk, PrintWriter out) throws IOException {
            var person = desk.accounts().enrol(username, displayName, askPassword(), role);
            out.printf("%s has an account (%s)%n", person.username(), person.id());
        }
    }

    @Command(name = "list", description = "Lists all accounts.", mixinStandardHelpOptions = true)
    static final class ListAll extends OnDesk {
        @Option(names = "--json", description = "for programs")
        private boolean json;

        ListAll(Map<String, String> environment) {
            super(environment);
        }

        @Override
        void work(AccountDesk desk, PrintWriter out) {
            if (json) {
                out.println(new Json().write(desk.everyone().map(UserShape::account).toList()));
                return;
            }
            desk.everyone()
                    .map(UserShape::account)
                    .forEach(
                            user ->
                                    out.printf(
                                            "%-24s %-10s %s%n",
                                            user.username(), user.role(), user.displayName()));
        }
    }

    @Command(
            name = "passwd",
            description = "Gives somebody another password and signs them out everywhere.",
            mixinStandardHelpOptions = true)
    static final class Passwd extends OnDesk {
        @Parameters(paramLabel = "USERNAME")
        private String username = "";

        Passwd(Map<String, String> environment) {
            super(environment);
        }

        @Override
        void work(AccountDesk desk, PrintWriter out) throws IOException {
            desk.accounts().resetPassword(username, askPassword());
            out.printf("%s has another password and is signed out everywhere%n", username);
        }
    }
}
