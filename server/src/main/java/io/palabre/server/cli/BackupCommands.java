// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.cli;

import io.palabre.core.SystemTime;
import io.palabre.server.config.Config;
import io.palabre.server.config.ConfigException;
import io.palabre.server.wiring.StartException;
import io.palabre.server.wiring.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `palabre backup` and `palabre restore`: a data folder, as a whole.
final class BackupCommands {
    private BackupCommands() {}

    /// What the two share.
    abstract static class OnFolder implements Callable<Integer> {
        private static final int FAILED = 74;

        private final Map<String, String> environment;
        @Spec private @Nullable CommandSpec spec;
        @Mixin private final FolderOptions options = new FolderOptions();

        @Parameters(paramLabel = "FOLDER", description = "the backup")
        private Path backup = Path.of("");

        OnFolder(Map<String, String> environment) {
            this.environment = environment;
        }

        /// Answers what to say.
        abstract String work(Path backup, Config config) throws StartException, IOException;

        @Override
        public Integer call() throws ConfigException, StartException {
            var config = Config.from(options.settings(environment));
            var line = Objects.requireNonNull(spec).commandLine();
            try {
                line.getOut().println(work(backup, config));
                return 0;
            } catch (IOException e) {
                line.getErr().println("palabre: " + e.getMessage());
                return FAILED;
            }
        }
    }

    @Command(
            name = "backup",
            description = "Copies the data folder as it is now, also while the server runs.",
            mixinStandardHelpOptions = true)
    static final class Backup extends OnFolder {
        Backup(Map<String, String> environment) {
            super(environment);
        }

        @Override
        String work(Path backup, Config config) throws StartException, IOException {
            Store.backUp(config.data(), backup);
            return "%s is a copy of %s".formatted(backup, config.data());
        }
    }

    @Command(
            name = "restore",
            description = "Makes an empty or new data folder what a backup holds.",
            mixinStandardHelpOptions = true)
    static final class Restore extends OnFolder {
        Restore(Map<String, String> environment) {
            super(environment);
        }

        @Override
        String work(Path backup, Config config) throws IOException {
            Store.restore(backup, config.data(), new SystemTime());
            return "%s holds what %s held; clients load anew".formatted(config.data(), backup);
        }
    }
}
