// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.cli;

import io.palabre.core.people.PersonRole;
import io.palabre.server.accounts.Registrar;
import io.palabre.server.accounts.Registrar.Change;
import io.palabre.server.accounts.Registrar.Wish;
import io.palabre.server.wire.AccountShape;
import io.palabre.server.wire.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `palabre user …`: accounts, at the running server or in the data folder.
@Command(
        name = "user",
        description = "Makes, lists and changes accounts, whether the server runs or not.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class UserCommands {
    private static final int SOME_REFUSED = 65;

    @Command(
            name = "add",
            description = "Makes an account, or those of a file.",
            footer = {
                "",
                "The password is asked for, or read from the standard input. A FILE has a line for"
                        + " each account: username, display name, password, with tabs or commas"
                        + " between them; the last two may be left out. Without a password an"
                        + " account is used with `palabre token`, or gets one with `palabre user"
                        + " passwd`."
            },
            mixinStandardHelpOptions = true)
    static final class Add extends DeskCommand {
        @ArgGroup(multiplicity = "1")
        private @Nullable Whom whom;

        @Option(names = "--name", paramLabel = "NAME", description = "how others see them")
        private @Nullable String displayName;

        @Option(names = "--role", description = "user (unless said), moderator or admin")
        private PersonRole role = PersonRole.USER;

        @Option(names = "--no-password", description = "makes the account without one")
        private boolean noPassword;

        /// One or many.
        static final class Whom {
            @Parameters(paramLabel = "USERNAME")
            private @Nullable String username;

            @Option(names = "--from", paramLabel = "FILE", description = "many; - is the input")
            private @Nullable Path file;
        }

        Add(Map<String, String> environment) {
            super(environment);
        }

        @Override
        boolean makesFolder() {
            return true;
        }

        @Override
        int work(Desk desk, PrintWriter out) throws NotReached, IOException, InterruptedException {
            var chosen = Objects.requireNonNull(whom);
            if (chosen.file != null) return addAll(desk, out, chosen.file);
            var username = Objects.requireNonNull(chosen.username);
            var password = noPassword ? null : askPassword();
            var made = desk.add(new Wish(username, displayName, password, word()));
            out.printf("%s has an account (%s)%n", made.username(), made.id());
            return 0;
        }

        private int addAll(Desk desk, PrintWriter out, Path file)
                throws NotReached, IOException, InterruptedException {
            var wishes = WishList.read(file, word());
            var refused = new ArrayList<Registrar.NotMade>();
            for (int i = 0; i < wishes.size(); i += Registrar.MOST_AT_ONCE) {
                int end = Math.min(wishes.size(), i + Registrar.MOST_AT_ONCE);
                refused.addAll(desk.add(wishes.subList(i, end)).refused());
            }
            refused.forEach(r -> err().printf("%s: %s%n", r.username(), r.error().message()));
            out.printf("%d accounts made%n", wishes.size() - refused.size());
            return refused.isEmpty() ? 0 : SOME_REFUSED;
        }

        private String word() {
            return role.name().toLowerCase(Locale.ROOT);
        }
    }

    @Command(name = "list", description = "Lists all accounts.", mixinStandardHelpOptions = true)
    static final class ListAll extends DeskCommand {
        @Option(names = "--json", description = "for programs")
        private boolean json;

        ListAll(Map<String, String> environment) {
            super(environment);
        }

        @Override
        int work(Desk desk, PrintWriter out) throws NotReached, InterruptedException {
            var all = everyone(desk);
            if (json) out.println(new Json().write(all));
            else all.forEach(user -> print(out, user));
            return 0;
        }

        private static List<AccountShape> everyone(Desk desk)
                throws NotReached, InterruptedException {
            var all = new ArrayList<AccountShape>();
            @Nullable String from = null;
            do {
                var page = desk.everyone(from);
                all.addAll(page.users());
                from = page.nextCursor();
            } while (from != null);
            return all;
        }

        private static void print(PrintWriter out, AccountShape user) {
            var role = user.disabledAt() == null ? user.role() : "disabled";
            out.printf("%-24s %-10s %s%n", user.username(), role, user.displayName());
        }
    }

    /// A command that changes one account.
    abstract static class OnAccount extends DeskCommand {
        @Parameters(paramLabel = "USER", description = "username or id", index = "0")
        private String name = "";

        private final String done;

        /// @param done what is said afterwards, about the username
        OnAccount(Map<String, String> environment, String done) {
            super(environment);
            this.done = done;
        }

        abstract Change change() throws IOException;

        @Override
        int work(Desk desk, PrintWriter out) throws NotReached, IOException, InterruptedException {
            var changed = desk.change(name, change());
            out.printf(done + "%n", changed.username(), changed.role());
            return 0;
        }
    }

    @Command(
            name = "passwd",
            description = "Gives somebody another password and signs them out everywhere.",
            mixinStandardHelpOptions = true)
    static final class Passwd extends OnAccount {
        Passwd(Map<String, String> environment) {
            super(environment, "%s has another password and is signed out everywhere");
        }

        @Override
        Change change() throws IOException {
            return Change.password(askPassword());
        }
    }

    @Command(
            name = "role",
            description = "Makes somebody a user, a moderator or an administrator.",
            mixinStandardHelpOptions = true)
    static final class Role extends OnAccount {
        @Parameters(paramLabel = "ROLE", description = "user, moderator or admin", index = "1")
        private PersonRole role = PersonRole.USER;

        Role(Map<String, String> environment) {
            super(environment, "%s is now: %s");
        }

        @Override
        Change change() {
            return Change.role(role.name().toLowerCase(Locale.ROOT));
        }
    }

    @Command(
            name = "disable",
            description = "Signs somebody out everywhere and lets them in no more.",
            mixinStandardHelpOptions = true)
    static final class Disable extends OnAccount {
        Disable(Map<String, String> environment) {
            super(environment, "%s is signed out and cannot sign in any more");
        }

        @Override
        Change change() {
            return Change.disabled(true);
        }
    }

    @Command(
            name = "enable",
            description = "Lets somebody in again.",
            mixinStandardHelpOptions = true)
    static final class Enable extends OnAccount {
        Enable(Map<String, String> environment) {
            super(environment, "%s can sign in again");
        }

        @Override
        Change change() {
            return Change.disabled(false);
        }
    }
}
