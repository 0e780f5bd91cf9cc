// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.conversations;

import io.palabre.core.Refusal;
import io.palabre.core.ids.PersonId;
import io.palabre.core.inbox.Activity;
import io.palabre.core.inbox.Inbox;
import io.palabre.core.inbox.Selection;
import io.palabre.server.edge.Request;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.ConversationShape;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The list of a person's conversations, in parts and pages, and searched.
final class Listing {
    private static final int LONGEST_SEARCH = 100;

    private final Inbox inbox;
    private final Views views;

    Listing(Inbox inbox, Views views) {
        this.inbox = inbox;
        this.views = views;
    }

    record Page(
            List<ConversationShape> conversations, @Nullable String nextCursor, long unreadTotal) {}

    Page page(Request request) {
        var reader = request.caller();
        return page(reader, selection(request), request.query("cursor"), request.limit());
    }

    private Page page(PersonId reader, Selection selection, Optional<String> cursor, int limit) {
        var from = cursor.map(Listing::place).orElse(null);
        var page = inbox.conversations(reader, selection, from, limit);
        var next = page.next();
        return new Page(
                views.mine(page.conversations()),
                next == null ? null : next.toString(),
                inbox.unreadTotal(reader));
    }

    private static Selection selection(Request request) {
        var search = request.query("search").orElse("");
        if (search.length() > LONGEST_SEARCH) {
            throw Refused.field(
                    "search",
                    Refusal.BAD_REQUEST,
                    "`search` has at most %d characters.".formatted(LONGEST_SEARCH));
        }
        return new Selection(filter(request.query("filter").orElse("all")), search);
    }

    private static Selection.Filter filter(String word) {
        return switch (word) {
            case "all" -> Selection.Filter.ALL;
            case "unread" -> Selection.Filter.UNREAD;
            case "archived" -> Selection.Filter.ARCHIVED;
            case "buying" -> Selection.Filter.BUYING;
            case "selling" -> Selection.Filter.SELLING;
            default ->
                    throw Refused.field(
                            "filter",
                            Refusal.BAD_REQUEST,
                            "`filter` is all, unread, archived, buying or selling.");
        };
    }

    private static Activity place(String cursor) {
        return Activity.parse(cursor)
                .orElseThrow(
                        () ->
                                Refused.field(
                                        "cursor",
                                        Refusal.BAD_REQUEST,
                                        "`cursor` is not one of ours."));
    }
}
