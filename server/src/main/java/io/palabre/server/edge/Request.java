// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.edge;

import io.palabre.core.Refusal;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.sessions.Session;
import io.palabre.server.refusal.Refused;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a route is asked.
///
/// @param parameters of the path, by name
/// @param query first values, by name
/// @param headers by name; null where there is none
/// @param signedIn whose request it is; null when nobody's
public record Request(
        Map<String, String> parameters,
        Map<String, String> query,
        Function<String, @Nullable String> headers,
        Body body,
        Peer peer,
        @Nullable Session signedIn) {
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    /// The session it comes with.
    public Session session() {
        if (signedIn == null) throw Refused.because(Refusal.UNAUTHENTICATED);
        return signedIn;
    }

    /// Who asks.
    public PersonId caller() {
        return session().person();
    }

    /// The body as a record.
    public <T> T read(Class<T> type) {
        return signedIn == null ? body.read(type) : body.read(type, signedIn.person());
    }

    /// The body as a record; `absent` when there is none.
    public <T> T readOr(Class<T> type, T absent) {
        return body.isEmpty() ? absent : read(type);
    }

    /// The conversation that the path names. What is no id at all names nothing that exists.
    public ConversationId conversation() {
        return ConversationId.parse(parameter("conversationId"))
                .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
    }

    /// The message that the path names.
    public MessageId message() {
        return Said.message(parameter("messageId"));
    }

    /// The person that the path names.
    public PersonId person() {
        return PersonId.parse(parameter("userId"))
                .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
    }

    public String parameter(String name) {
        var value = parameters.get(name);
        if (value == null) throw new IllegalStateException("the path has no " + name);
        return value;
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.apply(name)).filter(value -> !value.isBlank());
    }

    /// The bytes of the body as they come, of a route that takes them.
    public InputStream stream() {
        return body.stream();
    }

    /// A number in the query, at least 0.
    public OptionalLong number(String name) {
        var text = query(name);
        if (text.isEmpty()) return OptionalLong.empty();
        if (!text.get().matches("[0-9]{1,18}")) {
            throw Refused.field(
                    name,
                    Refusal.BAD_REQUEST,
                    "`%s` must be a whole number, 0 or more.".formatted(name));
        }
        return OptionalLong.of(Long.parseLong(text.get()));
    }

    /// Whether something is wished in the query: `true`, `false`, or left out for no.
    public boolean flag(String name) {
        return switch (query(name).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw Refused.field(
                            name,
                            Refusal.BAD_REQUEST,
                            "`%s` must be true or false.".formatted(name));
        };
    }

    /// A moment in the query, as it is written: ISO-8601 in UTC, of four-digit years.
    public Optional<Instant> time(String name) {
        return query(name).map(text -> moment(name, text));
    }

    private static Instant moment(String name, String text) {
        try {
            if (text.matches("\\d{4}-.{1,30}")) return Instant.parse(text);
        } catch (DateTimeParseException e) {
            // refused below, as what has another form
        }
        throw Refused.field(
                name,
                Refusal.BAD_REQUEST,
                "`%s` must be a moment such as 2026-03-01T00:00:00Z.".formatted(name));
    }

    /// How many the caller wants on a page: 50 unless they say, from 1 to 200.
    public int limit() {
        long limit = number("limit").orElse(USUAL_PAGE);
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Refused.field(
                    "limit",
                    Refusal.BAD_REQUEST,
                    "`limit` must be from 1 to %d.".formatted(LARGEST_PAGE));
        }
        return (int) limit;
    }
}
