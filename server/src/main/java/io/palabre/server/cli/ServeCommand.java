// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.cli;

import io.palabre.core.SystemTime;
import io.palabre.server.config.Config;
import io.palabre.server.config.ConfigException;
import io.palabre.server.demo.Demo;
import io.palabre.server.health.Version;
import io.palabre.server.wiring.Palabre;
import io.palabre.server.wiring.StartException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `palabre serve`: runs until it is told to stop.
@Command(
        name = "serve",
        description = "Serves the web app, the API and Socket.IO on one port.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private final Map<String, String> environment;
    @Spec private @Nullable CommandSpec spec;
    @Mixin private final ServerOptions options = new ServerOptions();

    ServeCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws ConfigException, StartException, InterruptedException {
        var settings = options.settings(environment);
        var config = Config.from(settings);
        var palabre = Palabre.start(config, new SystemTime());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(palabre), "goodbye"));
        var folder = config.data().toAbsolutePath().normalize();
        var where = settings.isUsualData() ? "" : " --data " + folder;
        banner(Objects.requireNonNull(spec).commandLine().getOut(), config, palabre, where);
        new CountDownLatch(1).await();
        return 0;
    }

    /// A stop that was asked for and went well is a success, where the JVM would say 143.
    private static void stop(Palabre palabre) {
        palabre.close();
        Runtime.getRuntime().halt(0);
    }

    /// @param where what a command needs to find the folder, if anything
    private static void banner(PrintWriter out, Config config, Palabre palabre, String where) {
        var address = "http://%s:%d".formatted(shown(config.host()), palabre.port());
        out.printf("Palabre %s serves %s%n", Version.current(), config.url().orElse(address));
        out.printf("  listens on %s:%d%n", config.host(), palabre.port());
        out.printf("  data in %s%n", config.data().toAbsolutePath().normalize());
        if (config.demo()) out.printf("  demo: sign in as %s%n", Demo.accounts());
        var setUp = palabre.setUpToken();
        if (setUp.isEmpty() && !palabre.hasAdministrator()) {
            out.println("  nobody is an administrator: palabre user role NAME admin" + where);
        }
        setUp.ifPresent(token -> offer(out, config.url().orElse(address), token, where));
        out.flush();
    }

    /// A page gets what is behind the `#`; the server, and what stands before it, does not.
    private static void offer(PrintWriter out, String address, String token, String where) {
        out.println("  nobody has an account yet: make the administrator in the app, at");
        out.printf("    %s/#setup=%s%n", address, token);
        out.println("  or anywhere else in it with the set-up token");
        out.println("    " + token);
        out.println("  or on this machine: palabre user add NAME --role admin" + where);
    }

    private static String shown(String host) {
        return host.equals("0.0.0.0") || host.equals("127.0.0.1") ? "localhost" : host;
    }
}
