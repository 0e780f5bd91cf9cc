// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.testing;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.palabre.core.SystemTime;
import io.palabre.core.Time;
import io.palabre.core.people.Newcomer;
import io.palabre.core.people.PersonRole;
import io.palabre.core.people.Profile;
import io.palabre.server.config.Config;
import io.palabre.server.config.ConfigException;
import io.palabre.server.config.Settings;
import io.palabre.server.wire.Json;
import io.palabre.server.wiring.AccountDesk;
import io.palabre.server.wiring.OperatorFile;
import io.palabre.server.wiring.Palabre;
import io.palabre.server.wiring.StartException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// A server of a test's own, on a free port, in a folder that goes with it.
public final class RunningServer implements AutoCloseable {
    private static final String PASSWORD = "correct horse battery";

    /// Of the same password, for a thousandth of the work: most tests sign in, and few are about
    /// it.
    private static final String PROOF =
            Password.hash(PASSWORD)
                    .addRandomSalt(16)
                    .with(Argon2Function.getInstance(64, 1, 1, 32, Argon2.ID))
                    .getResult();

    private final Path folder;
    private final Config config;
    private final Palabre palabre;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningServer(Config config, Palabre palabre) {
        this.config = config;
        folder = config.data();
        this.palabre = palabre;
    }

    /// With the accounts of `usernames`, whose password is [#password]; one called `administrator`
    /// is one.
    public static RunningServer with(String... usernames) {
        return with(Map.of(), usernames);
    }

    /// With settings of its own.
    public static RunningServer with(Map<String, String> settings, String... usernames) {
        return at(new SystemTime(), settings, usernames);
    }

    /// With a clock and settings of its own.
    public static RunningServer at(Time time, Map<String, String> settings, String... usernames) {
        try {
            var folder = Files.createTempDirectory("palabre-test");
            var config = config(folder, settings);
            enrol(config, usernames);
            return new RunningServer(config, Palabre.start(config, time));
        } catch (IOException | ConfigException | StartException e) {
            throw new IllegalStateException(e);
        }
    }

    /// As a configuration says, in a folder that is there already.
    public static RunningServer on(Config config) throws StartException {
        return new RunningServer(config, Palabre.start(config, new SystemTime()));
    }

    /// The configuration that a data folder and some settings make.
    public static Config config(Path folder, Map<String, String> settings) throws ConfigException {
        var flags = new HashMap<>(settings);
        flags.putIfAbsent("host", "127.0.0.1");
        flags.putIfAbsent("port", "0");
        flags.putIfAbsent("data", folder.toString());
        flags.putIfAbsent("limits.exempt", "127.0.0.1");
        return Config.from(Settings.gather(flags, false, Map.of(), null));
    }

    /// Stops it and starts another in the same folder.
    public RunningServer again() throws StartException {
        http.shutdownNow();
        palabre.close();
        return on(config);
    }

    /// The same, by another clock.
    public RunningServer again(Time time) throws StartException {
        http.shutdownNow();
        palabre.close();
        return new RunningServer(config, Palabre.start(config, time));
    }

    /// The same, after something has happened to the folder meanwhile.
    public RunningServer again(Consumer<Path> meanwhile) throws StartException {
        http.shutdownNow();
        palabre.close();
        meanwhile.accept(folder);
        return on(config);
    }

    public static String password() {
        return PASSWORD;
    }

    public Palabre palabre() {
        return palabre;
    }

    public Path folder() {
        return folder;
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(palabre.port(), path));
    }

    public String origin() {
        return "http://127.0.0.1:" + palabre.port();
    }

    HttpClient http() {
        return http;
    }

    /// Nobody in particular.
    public Someone nobody() {
        return Someone.without(this);
    }

    /// The operator of the machine.
    public Someone operator() {
        try {
            var door = OperatorFile.in(folder, new Json()).orElseThrow();
            return Someone.holding(this, door.token());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Somebody who has this token.
    public Someone holding(String token) {
        return Someone.holding(this, token);
    }

    /// Somebody signed in anew.
    public Someone signIn(String username) {
        return signIn(username, PASSWORD);
    }

    /// Somebody signed in anew, with a password of their own.
    public Someone signIn(String username, String password) {
        return Someone.signedIn(this, username, password);
    }

    @Override
    public void close() {
        http.shutdownNow();
        palabre.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void enrol(Config config, String... usernames) throws StartException {
        try (var desk = AccountDesk.open(config, new SystemTime())) {
            for (var name : usernames) {
                var role = name.equals("administrator") ? PersonRole.ADMIN : PersonRole.USER;
                var newcomer = new Newcomer(name, role, Profile.named(name), null, null);
                desk.store().people().enrol(newcomer, PROOF);
            }
        }
    }
}
