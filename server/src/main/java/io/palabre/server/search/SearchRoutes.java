// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.search;

import static io.palabre.server.edge.Route.Method.GET;

import io.palabre.core.Refusal;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.search.Found;
import io.palabre.core.search.Found.Hit;
import io.palabre.core.search.Found.Place;
import io.palabre.core.search.Search;
import io.palabre.core.search.Search.Scope;
import io.palabre.core.search.Terms;
import io.palabre.server.edge.Answer;
import io.palabre.server.edge.Request;
import io.palabre.server.edge.Route;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.MessageShape;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `GET /api/search`.
public final class SearchRoutes {
    private static final int LONGEST = 200;

    private final Search search;

    public SearchRoutes(Search search) {
        this.search = search;
    }

    public List<Route> routes() {
        return List.of(Route.signedIn(GET, "/api/search", this::find));
    }

    record Result(MessageShape message, String conversationId, List<List<Integer>> highlights) {}

    /// @param incomplete true when there was no time to look through everything, else null
    record Results(
            List<Result> results, @Nullable String nextCursor, @Nullable Boolean incomplete) {}

    private Answer find(Request request) {
        var query =
                new Search.Query(
                        terms(request),
                        scope(request),
                        request.query("cursor").map(SearchRoutes::place).orElse(null),
                        request.limit());
        var found =
                search.find(request.caller(), query)
                        .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
        return Answer.ok(results(found));
    }

    private static Scope scope(Request request) {
        return new Scope(
                named(request, "conversationId", ConversationId::parse),
                named(request, "senderId", PersonId::parse),
                request.time("since").orElse(null),
                request.time("until").orElse(null));
    }

    private static Terms terms(Request request) {
        var typed = request.query("q").orElse("");
        if (typed.length() > LONGEST) {
            throw Refused.because(Refusal.BAD_REQUEST, "`q` has at most 200 characters.");
        }
        return Terms.of(typed)
                .orElseThrow(
                        () ->
                                Refused.because(
                                        Refusal.BAD_REQUEST,
                                        "`q` needs two letters or digits of a word."));
    }

    private static <T> @Nullable T named(
            Request request, String name, Function<String, Optional<T>> parse) {
        return request.query(name)
                .map(
                        text ->
                                parse.apply(text)
                                        .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND)))
                .orElse(null);
    }

    private static Place place(String cursor) {
        return Place.parse(cursor)
                .orElseThrow(
                        () -> Refused.because(Refusal.BAD_REQUEST, "`cursor` is not from here."));
    }

    private static Results results(Found found) {
        var next = found.next();
        return new Results(
                found.hits().stream().map(SearchRoutes::result).toList(),
                next == null ? null : next.toString(),
                found.complete() ? null : true);
    }

    private static Result result(Hit hit) {
        var message = hit.message();
        var conversation = message.posted().conversation().toString();
        var highlights = hit.highlights().stream().map(h -> List.of(h.begin(), h.end())).toList();
        return new Result(MessageShape.of(message), conversation, highlights);
    }
}
