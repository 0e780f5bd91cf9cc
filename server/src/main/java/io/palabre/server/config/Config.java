// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// How a server was asked to be.
///
/// @param mode production, or demo with well-known accounts
/// @param host the address to listen on
/// @param port 0 takes a free one
/// @param data the folder that holds everything
/// @param url the public address, if it is not the one listened on; decides about secure cookies
/// @param registration whether strangers may make an account
/// @param sessionLife how long a sign-in lasts
/// @param editWindow how long one may change a message after sending it
/// @param deleteWindow how long one may take a message back after sending it
/// @param trustedProxies peers whose `X-Forwarded-For` is believed
/// @param corsOrigins other sites whose pages may call the API with a token
/// @param embedOrigins other sites that may show the app in a frame
/// @param bounds how much one person, or one address, may ask
/// @param patience how long it waits for clients that do not get on
/// @param uploads how much may be attached to messages
public record Config(
        Mode mode,
        String host,
        int port,
        Path data,
        Optional<String> url,
        Registration registration,
        Duration sessionLife,
        Duration editWindow,
        Duration deleteWindow,
        Set<String> trustedProxies,
        Set<String> corsOrigins,
        Set<String> embedOrigins,
        Bounds bounds,
        Patience patience,
        Uploads uploads) {

    /// Production, or demo.
    public enum Mode {
        PRODUCTION,
        DEMO
    }

    /// How much may be attached to messages.
    ///
    /// @param fileBytes of one file
    /// @param dailyFiles of one person
    /// @param dailyBytes of one person
    public record Uploads(long fileBytes, int dailyFiles, long dailyBytes) {
        private static final long MEGABYTE = 1024 * 1024;

        static Uploads ofMegabytes(int file, int dailyFiles, int daily) {
            return new Uploads(file * MEGABYTE, dailyFiles, daily * MEGABYTE);
        }
    }

    /// Who makes accounts.
    public enum Registration {
        OPEN,
        CLOSED
    }

    static final Key<Mode> MODE =
            new Key<>(
                    "mode",
                    "production",
                    "production, or demo: well-known accounts and sample conversations",
                    Parsers.oneOf(Mode.class));
    static final Key<String> HOST =
            new Key<>(
                    "host",
                    "0.0.0.0",
                    "the address to listen on; 127.0.0.1 for this machine only, as --demo does",
                    Parsers::word);
    static final Key<Integer> PORT =
            new Key<>(
                    "port",
                    "3000",
                    "the port to listen on; PORT works too; 0 takes a free one",
                    Parsers.number(0, 65_535));
    static final Key<Path> DATA =
            new Key<>(
                    "data",
                    "data",
                    "the folder that holds everything; with --demo data/demo",
                    text -> Path.of(Parsers.word(text)));
    static final Key<Optional<String>> URL =
            new Key<>(
                    "url",
                    "",
                    "the public address behind a proxy, like https://chat.example.org; https makes"
                            + " cookies secure",
                    Parsers::optionalOrigin);
    static final Key<Registration> REGISTRATION =
            new Key<>(
                    "registration",
                    "closed",
                    "open: whoever comes may make an account; closed: an administrator makes them",
                    Parsers.oneOf(Registration.class));
    static final Key<Duration> SESSION_LIFE =
            new Key<>(
                    "session.life",
                    "30d",
                    "how long a sign-in lasts when it is not used, like 30d, 12h, 90m or 90s",
                    Parsers.duration(Duration.ofMinutes(1), Duration.ofDays(366)));
    static final Key<Integer> EDIT_MINUTES =
            new Key<>(
                    "messages.edit.minutes",
                    "15",
                    "for how many minutes one may change a message after sending it",
                    Parsers.number(0, 525_600));
    static final Key<Integer> DELETE_HOURS =
            new Key<>(
                    "messages.delete.hours",
                    "48",
                    "for how many hours one may take a message back for everyone",
                    Parsers.number(0, 8_760));
    static final Key<Set<String>> TRUSTED_PROXIES =
            new Key<>(
                    "proxies.trusted",
                    "",
                    "addresses of proxies in front, whose X-Forwarded-For is believed; nobody else's is",
                    Parsers::words);
    static final Key<Set<String>> CORS_ORIGINS =
            new Key<>(
                    "cors.origins",
                    "",
                    "other sites whose pages may use the API and Socket.IO, with a token; with --demo"
                            + " http://localhost:5173 and :3000",
                    Parsers::origins);
    static final Key<Set<String>> EMBED_ORIGINS =
            new Key<>(
                    "embed.origins",
                    "",
                    "other sites that may show the app in a frame",
                    Parsers::origins);

    static final Key<Integer> UPLOAD_SIZE =
            new Key<>(
                    "uploads.size",
                    "100",
                    "how large one attached file may be, in MiB",
                    Parsers.number(1, 10_000));
    static final Key<Integer> UPLOAD_DAILY_FILES =
            new Key<>(
                    "uploads.daily.files",
                    "100",
                    "how many files one person may upload in a day",
                    Parsers.number(1, 1_000_000));
    static final Key<Integer> UPLOAD_DAILY_SIZE =
            new Key<>(
                    "uploads.daily.size",
                    "1024",
                    "how much one person may upload in a day, in MiB",
                    Parsers.number(1, 1_000_000));

    /// All of them, in the order they are printed.
    static final List<Key<?>> KEYS =
            Stream.of(
                            List.<Key<?>>of(
                                    MODE,
                                    HOST,
                                    PORT,
                                    DATA,
                                    URL,
                                    REGISTRATION,
                                    SESSION_LIFE,
                                    EDIT_MINUTES,
                                    DELETE_HOURS,
                                    TRUSTED_PROXIES,
                                    CORS_ORIGINS,
                                    EMBED_ORIGINS,
                                    UPLOAD_SIZE,
                                    UPLOAD_DAILY_FILES,
                                    UPLOAD_DAILY_SIZE),
                            Bounds.KEYS,
                            Patience.KEYS)
                    .flatMap(List::stream)
                    .toList();

    /// The typed values, or the first that cannot be.
    public static Config from(Settings settings) throws ConfigException {
        return new Config(
                MODE.in(settings),
                HOST.in(settings),
                PORT.in(settings),
                DATA.in(settings),
                URL.in(settings),
                REGISTRATION.in(settings),
                SESSION_LIFE.in(settings),
                Duration.ofMinutes(EDIT_MINUTES.in(settings)),
                Duration.ofHours(DELETE_HOURS.in(settings)),
                TRUSTED_PROXIES.in(settings),
                CORS_ORIGINS.in(settings),
                EMBED_ORIGINS.in(settings),
                Bounds.from(settings),
                Patience.from(settings),
                Uploads.ofMegabytes(
                        UPLOAD_SIZE.in(settings),
                        UPLOAD_DAILY_FILES.in(settings),
                        UPLOAD_DAILY_SIZE.in(settings)));
    }

    public boolean demo() {
        return mode == Mode.DEMO;
    }

    /// Whether browsers reach the server over https.
    public boolean secure() {
        return url.map(address -> address.startsWith("https://")).orElse(false);
    }
}
