// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.cli;

import io.palabre.server.config.ConfigException;
import io.palabre.server.health.Version;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wiring.StartException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `palabre`: the commands, and how what goes wrong is said: one line, and an exit code.
public final class Cli {
    private static final int BAD_CONFIG = 78;
    private static final int REFUSED = 65;
    private static final int NOT_REACHED = 69;

    private Cli() {}

    /// Runs a command.
    ///
    /// @return the exit code
    public static int run(String[] args, Map<String, String> environment) {
        return commands(environment).execute(args);
    }

    @Command(
            name = "palabre",
            description = "Conversations in real time, on your own machine.",
            mixinStandardHelpOptions = true,
            versionProvider = Versions.class,
            synopsisSubcommandLabel = "COMMAND")
    static final class Top {}

    private static CommandLine commands(Map<String, String> environment) {
        return new CommandLine(CommandSpec.forAnnotatedObject(new Top()))
                .addSubcommand(new ServeCommand(environment))
                .addSubcommand(new ConfigCommand(environment))
                .addSubcommand(
                        new CommandLine(new UserCommands())
                                .addSubcommand(new UserCommands.Add(environment))
                                .addSubcommand(new UserCommands.ListAll(environment))
                                .addSubcommand(new UserCommands.Passwd(environment))
                                .addSubcommand(new UserCommands.Role(environment))
                                .addSubcommand(new UserCommands.Disable(environment))
                                .addSubcommand(new UserCommands.Enable(environment)))
                .addSubcommand(new TokenCommand(environment))
                .addSubcommand(new BackupCommands.Backup(environment))
                .addSubcommand(new BackupCommands.Restore(environment))
                .addSubcommand(
                        new CommandLine(new PresenceCommands())
                                .addSubcommand(new PresenceCommands.Status(environment))
                                .addSubcommand(new PresenceCommands.Cleanup(environment))
                                .addSubcommand(new PresenceCommands.Test(environment))
                                .addSubcommand(new PresenceCommands.Stale(environment))
                                .addSubcommand(new PresenceCommands.Explain(environment)))
                .addSubcommand("clean-online-status", new PresenceCommands.Stale(environment))
                .addSubcommand(new HelpCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Cli::explain);
    }

    private static int explain(Exception e, CommandLine command, ParseResult parsed)
            throws Exception {
        return switch (e) {
            case ConfigException config -> say(command, config.getMessage(), BAD_CONFIG);
            case StartException start -> say(command, start.getMessage(), start.exitCode());
            case NotReached not -> say(command, not.getMessage(), NOT_REACHED);
            case Refused refused -> say(command, words(refused), REFUSED);
            default -> throw e;
        };
    }

    private static String words(Refused refused) {
        var detail = refused.detail();
        return detail == null ? refused.problem().title() : detail;
    }

    private static int say(CommandLine command, @Nullable String line, int exitCode) {
        command.getErr().println("palabre: " + line);
        return exitCode;
    }

    static final class Versions implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"palabre " + Version.current()};
        }
    }
}
