// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.cli;

import io.palabre.core.presence.LocalRules;
import io.palabre.server.config.ConfigException;
import io.palabre.server.wire.Json;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
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

/// `palabre presence …`: looks at who is there, at the running server. Nothing needs repair, since
/// nothing is stored; the commands are there to look, and for emergencies.
@Command(
        name = "presence",
        description = "Looks at who is online, at the running server.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class PresenceCommands {
    private static final String HERE = "/api/admin/presence";
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    record User(String username, String displayName, String status, @Nullable Boolean isOnline) {}

    /// What the commands share.
    abstract static class AtServer implements Callable<Integer> {
        private final Map<String, String> environment;
        @Spec private @Nullable CommandSpec spec;
        @Mixin private final FolderOptions options = new FolderOptions();

        @Option(names = "--json", description = "for programs")
        boolean json;

        AtServer(Map<String, String> environment) {
            this.environment = environment;
        }

        /// Answers the exit code.
        abstract int work(RunningServer server, PrintWriter out)
                throws NotReached, InterruptedException;

        @Override
        public Integer call()
                throws ConfigException, NotReached, IOException, InterruptedException {
            try (var server = RunningServer.of(options.running(environment))) {
                var out = Objects.requireNonNull(spec).commandLine().getOut();
                int code = work(server, out);
                out.flush();
                return code;
            }
        }
    }

    @Command(
            name = "status",
            description = "Says who is online; the invisible are not among them.",
            mixinStandardHelpOptions = true)
    static final class Status extends AtServer {
        @Option(names = "--watch", description = "again every 2 s, until interrupted")
        private boolean watch;

        Status(Map<String, String> environment) {
            super(environment);
        }

        record Answer(List<User> online, int total, int sockets, int withoutSocket) {}

        @Override
        int work(RunningServer server, PrintWriter out) throws NotReached, InterruptedException {
            if (watch) return new Paced(BETWEEN_LOOKS).run(() -> look(server, out));
            look(server, out);
            return 0;
        }

        private void look(RunningServer server, PrintWriter out)
                throws NotReached, InterruptedException {
            print(server.get(HERE), server, out);
            out.flush();
        }

        private void print(String text, RunningServer server, PrintWriter out) {
            if (json) {
                out.println(text);
                return;
            }
            var answer = server.read(text, Answer.class);
            out.printf("%d online, %d sockets%n", answer.total(), answer.sockets());
            if (answer.withoutSocket() > 0) {
                out.printf(
                        "  %d of them without a socket: by a sign-in or a heartbeat less than %d s"
                                + " ago%n",
                        answer.withoutSocket(), LocalRules.STANDARD.lease().toSeconds());
            }
            for (var user : answer.online()) {
                out.printf(
                        "  %-24s %-10s %s%n", user.username(), user.status(), user.displayName());
            }
            int more = answer.total() - answer.online().size();
            if (more > 0) out.printf("  and %d more%n", more);
        }
    }

    @Command(
            name = "cleanup",
            description =
                    "Emergency: puts everyone offline and closes every socket; live clients come"
                            + " back by themselves.",
            mixinStandardHelpOptions = true)
    static final class Cleanup extends AtServer {
        private static final int NOT_CONFIRMED = 1;

        @Option(names = "--yes", description = "does not ask")
        private boolean yes;

        Cleanup(Map<String, String> environment) {
            super(environment);
        }

        @Override
        int work(RunningServer server, PrintWriter out) throws NotReached, InterruptedException {
            if (!yes && !confirmed()) {
                out.println("nothing was done: confirm, or say --yes");
                return NOT_CONFIRMED;
            }
            var text = server.post(HERE + "/cleanup");
            if (json) out.println(text);
            else out.printf("%d sockets closed%n", server.read(text, Dropped.class).dropped());
            return 0;
        }

        private static boolean confirmed() {
            return Optional.ofNullable(System.console())
                    .filter(Console::isTerminal)
                    .map(terminal -> terminal.readLine("Put everyone offline? (yes/no) "))
                    .filter("yes"::equals)
                    .isPresent();
        }
    }

    record Dropped(int dropped) {}

    @Command(
            name = "stale",
            description = "Drops what has lapsed, which goes by itself too.",
            mixinStandardHelpOptions = true)
    static final class Stale extends AtServer {
        Stale(Map<String, String> environment) {
            super(environment);
        }

        @Override
        int work(RunningServer server, PrintWriter out) throws NotReached, InterruptedException {
            var text = server.post(HERE + "/stale");
            if (json) out.println(text);
            else out.printf("%d people dropped%n", server.read(text, Dropped.class).dropped());
            return 0;
        }
    }

    @Command(
            name = "test",
            description =
                    "Connects a probe, sees it appear, closes and cuts it, sees it go; exits with"
                            + " 1 when that took too long.",
            mixinStandardHelpOptions = true)
    static final class Test extends AtServer {
        private static final int TOO_SLOW = 1;

        Test(Map<String, String> environment) {
            super(environment);
        }

        @Override
        int work(RunningServer server, PrintWriter out) throws NotReached, InterruptedException {
            var steps = new PresenceTrial(server).run();
            if (json) out.println(new Json().write(steps));
            else steps.forEach(step -> print(out, step));
            return steps.stream().allMatch(PresenceTrial.Step::kept) ? 0 : TOO_SLOW;
        }

        private static void print(PrintWriter out, PresenceTrial.Step step) {
            out.printf(
                    "%-4s %-32s %5d ms (at most %d)%n",
                    step.kept() ? "ok" : "LATE", step.what(), step.tookMs(), step.boundMs());
        }
    }

    @Command(
            name = "explain",
            description = "Says why somebody is seen as they are; tells of the invisible.",
            mixinStandardHelpOptions = true)
    static final class Explain extends AtServer {
        @Parameters(paramLabel = "USER", description = "username or id")
        private String user = "";

        Explain(Map<String, String> environment) {
            super(environment);
        }

        record Why(User user, String reason, @Nullable String wish, List<Device> devices) {}

        record Device(
                String id,
                String transport,
                String hold,
                boolean mobile,
                long ageMs,
                long sinceActiveMs,
                @Nullable Long leftMs) {}

        @Override
        int work(RunningServer server, PrintWriter out) throws NotReached, InterruptedException {
            var name = URLEncoder.encode(user, StandardCharsets.UTF_8);
            var text = server.get(HERE + "/" + name);
            if (json) out.println(text);
            else print(server.read(text, Why.class), out);
            return 0;
        }

        private static void print(Why why, PrintWriter out) {
            var shown = why.user();
            boolean online = Boolean.TRUE.equals(shown.isOnline());
            out.printf(
                    "%s is seen %s: %s%n",
                    shown.username(),
                    online ? "online, " + shown.status() : "offline",
                    why.reason().replace('_', ' '));
            if (why.wish() != null) out.printf("  wants to appear %s%n", why.wish());
            why.devices().forEach(device -> print(device, out));
        }

        private static void print(Device device, PrintWriter out) {
            out.printf(
                    "  %s: %s, %s%s, for %s, active %s ago%s%n",
                    device.id(),
                    device.transport(),
                    device.hold(),
                    device.mobile() ? ", a phone" : "",
                    seconds(device.ageMs()),
                    seconds(device.sinceActiveMs()),
                    device.leftMs() == null ? "" : ", " + seconds(device.leftMs()) + " left");
        }

        private static String seconds(long millis) {
            return "%.1f s".formatted(millis / 1000.0);
        }
    }
}
