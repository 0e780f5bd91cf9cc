// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.conversations;

import io.palabre.core.Refusal;
import io.palabre.core.ids.PersonId;
import io.palabre.core.inbox.Activity;
import io.palabre.core.inbox.Inbox;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.ConversationShape;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The list of a person's conversations, paged, and searched by title and by the names of members.
final class Listing {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int SEARCHED_AT_ONCE = 200;

    private final Inbox inbox;
    private final Views views;

    Listing(Inbox inbox, Views views) {
        this.inbox = inbox;
        this.views = views;
    }

    record Page(
            List<ConversationShape> conversations, @Nullable String nextCursor, long unreadTotal) {}

    Page page(PersonId reader, @Nullable String cursor, int limit) {
        var page = inbox.conversations(reader, cursor == null ? null : place(cursor), limit);
        var next = page.next();
        return new Page(
                views.mine(page.conversations()),
                next == null ? null : next.toString(),
                inbox.unreadTotal(reader));
    }

    /// The latest that match; a search has one page.
    Page search(PersonId reader, String text, int limit) {
        var wanted = plain(text);
        var found = new ArrayList<ConversationShape>();
        @Nullable Activity from = null;
        do {
            var page = inbox.conversations(reader, from, SEARCHED_AT_ONCE);
            views.mine(page.conversations()).stream()
                    .filter(conversation -> matches(conversation, wanted))
                    .forEach(found::add);
            from = page.next();
        } while (from != null && found.size() < limit);
        return new Page(found.stream().limit(limit).toList(), null, inbox.unreadTotal(reader));
    }

    private static Activity place(String cursor) {
        return Activity.parse(cursor)
                .orElseThrow(
                        () -> Refused.because(Refusal.BAD_REQUEST, "`cursor` is not one of ours."));
    }

    private static boolean matches(ConversationShape conversation, String wanted) {
        var members =
                conversation.members().stream()
                        .flatMap(m -> Stream.of(m.user().displayName(), m.user().username()));
        var product = conversation.product();
        var title = product == null ? conversation.title() : product.title();
        return Stream.concat(Stream.ofNullable(title), members)
                .anyMatch(text -> plain(text).contains(wanted));
    }

    private static String plain(String text) {
        var apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
