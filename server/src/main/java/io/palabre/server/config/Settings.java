// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What each key was set to, and by what. Flags win over the environment, that over the file, that
/// over the defaults.
public final class Settings {
    /// Where a demo keeps its data, unless it is told.
    public static final String DEMO_DATA = "data/demo";

    /// Where front ends are served while they are being made.
    private static final String DEMO_ORIGINS = "http://localhost:5173 http://localhost:3000";

    /// Read by the start script or before the settings are.
    private static final Set<String> NOT_KEYS = Set.of("PALABRE_JAVA_OPTS", "PALABRE_CONFIG");

    private final Map<String, Setting> byName;

    private Settings(Map<String, Setting> byName) {
        this.byName = byName;
    }

    /// One key as it stands.
    ///
    /// @param source "default", "file …", "environment …" or "flag …"
    public record Setting(
            String name, String value, String fallback, String source, String meaning) {}

    /// Gathers all sources.
    ///
    /// @param flags by key, what the command line said
    /// @param demo whether `--demo` was among them
    /// @param file what `--config` named; without it `palabre.properties` in the data folder, if
    ///   there
    /// @throws ConfigException for an unknown key, an unreadable file, or a demo of a production
    ///   server
    public static Settings gather(
            Map<String, String> flags,
            boolean demo,
            Map<String, String> environment,
            @Nullable Path file)
            throws ConfigException {
        var found = defaults(demo);
        var env = new LinkedHashMap<String, Setting>();
        readEnvironment(environment, env);
        var above = new LinkedHashMap<>(found);
        above.putAll(env);
        readFlags(flags, above);
        found.putAll(readFile(file(file, environment), dataFolder(above)));
        found.putAll(env);
        refuseDemoOfProduction(demo, found);
        readFlags(flags, found);
        if (demo) put(found, Config.MODE, "demo", "flag --demo");
        return new Settings(found);
    }

    /// The keys in order, with what they are set to.
    public List<Setting> all() {
        return Config.KEYS.stream().map(this::of).toList();
    }

    /// Whether nobody said where the data is.
    public boolean isUsualData() {
        return of(Config.DATA).source().equals("default");
    }

    Setting of(Key<?> key) {
        return Objects.requireNonNull(byName.get(key.name()), key.name());
    }

    private static Map<String, Setting> defaults(boolean demo) {
        var settings = new LinkedHashMap<String, Setting>();
        for (var key : Config.KEYS) put(settings, key, key.fallback(), "default");
        if (demo) {
            put(settings, Config.HOST, "127.0.0.1", "default of --demo");
            put(settings, Config.DATA, DEMO_DATA, "default of --demo");
            put(settings, Config.REGISTRATION, "open", "default of --demo");
            put(settings, Config.CORS_ORIGINS, DEMO_ORIGINS, "default of --demo");
        }
        return settings;
    }

    private static void put(Map<String, Setting> into, Key<?> key, String value, String source) {
        into.put(key.name(), new Setting(key.name(), value, key.fallback(), source, key.meaning()));
    }

    private static void readFlags(Map<String, String> flags, Map<String, Setting> into) {
        for (var key : Config.KEYS) {
            var value = flags.get(key.name());
            if (value != null) put(into, key, value, "flag --" + key.name());
        }
    }

    private static void readEnvironment(Map<String, String> environment, Map<String, Setting> into)
            throws ConfigException {
        var port = environment.get("PORT");
        if (port != null) put(into, Config.PORT, port, "environment PORT");
        var unknown = new TreeSet<String>();
        environment.keySet().stream()
                .filter(name -> name.startsWith("PALABRE_") && !NOT_KEYS.contains(name))
                .forEach(unknown::add);
        for (var key : Config.KEYS) {
            unknown.remove(key.variable());
            var value = environment.get(key.variable());
            if (value != null) put(into, key, value, "environment " + key.variable());
        }
        if (!unknown.isEmpty()) {
            throw new ConfigException(
                    "the environment sets %s, which is no setting (`palabre config` lists them)"
                            .formatted(unknown.first()));
        }
    }

    private static @Nullable Path file(@Nullable Path named, Map<String, String> environment) {
        var variable = environment.get("PALABRE_CONFIG");
        return named == null && variable != null ? Path.of(variable) : named;
    }

    private static Path dataFolder(Map<String, Setting> settings) throws ConfigException {
        return Config.DATA.in(new Settings(settings));
    }

    private static Map<String, Setting> readFile(@Nullable Path named, Path data)
            throws ConfigException {
        var file = named == null ? data.resolve("palabre.properties") : named;
        var settings = new LinkedHashMap<String, Setting>();
        if (named == null && !Files.exists(file)) return settings;
        var properties = load(file);
        for (var key : Config.KEYS) {
            var value = (String) properties.remove(key.name());
            if (value != null) put(settings, key, value, "file " + file);
        }
        for (var unknown : new TreeSet<>(properties.stringPropertyNames())) {
            throw new ConfigException(
                    "%s sets %s, which is no setting (`palabre config` lists them)"
                            .formatted(file, unknown));
        }
        if (named == null && settings.containsKey(Config.DATA.name())) {
            throw new ConfigException(
                    "%s cannot set data, being in that folder: use --data or PALABRE_DATA"
                            .formatted(file));
        }
        return settings;
    }

    private static Properties load(Path file) throws ConfigException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigException("cannot read %s: %s".formatted(file, e.getMessage()));
        }
    }

    private static void refuseDemoOfProduction(boolean demo, Map<String, Setting> found)
            throws ConfigException {
        var mode = Objects.requireNonNull(found.get(Config.MODE.name()));
        if (demo && !mode.source().equals("default") && mode.value().strip().equals("production")) {
            throw new ConfigException(
                    "--demo makes accounts with well-known passwords and refuses to run where mode ="
                            + " production (from %s)".formatted(mode.source()));
        }
    }
}
