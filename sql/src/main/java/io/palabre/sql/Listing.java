// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.Ulid;
import io.palabre.core.inbox.Activity;
import io.palabre.core.inbox.Conversation;
import io.palabre.core.inbox.Selection;
import io.palabre.core.people.Spelling;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One look at a person's list: what is kept in order is read from there, the large groups are
/// sorted, both are merged.
final class Listing {

    private static final int MOST_WORDS = 8;
    private static final Instant END = Instant.ofEpochMilli(Long.MAX_VALUE);
    private static final Activity TOP = new Activity(END, new ConversationId(new Ulid(-1, -1)));

    private static final String SELECT = "SELECT " + SqliteInbox.COLUMNS + " FROM member m ";
    private static final String JOIN = " CROSS JOIN conversation c ON c.id = m.conversation ";
    private static final String IN_ORDER =
            " AND (m.listed_at, m.conversation) <= (?, ?)"
                    + " ORDER BY m.listed_at DESC, m.conversation DESC LIMIT ?";
    private static final String TO_SORT =
            " AND m.listed_at IS NULL AND (c.active_at, c.id) <= (?, ?)"
                    + " ORDER BY c.active_at DESC, c.id DESC LIMIT ?";
    private static final String UNREAD = " AND (c.ord > m.read_ord OR m.marked_unread = 1)";

    static final String LISTED =
            SELECT
                    + "INDEXED BY member_listed"
                    + JOIN
                    + "WHERE m.person = ? AND m.shelf = ? AND m.pinned = 0%s"
                    + IN_ORDER;

    static final String BEHIND =
            SELECT
                    + "INDEXED BY member_behind"
                    + JOIN
                    + "WHERE m.person = ? AND m.shelf = ? AND m.behind = 1 AND m.pinned = 0%s"
                    + IN_ORDER;

    static final String TRADING =
            SELECT
                    + "INDEXED BY member_trading"
                    + JOIN
                    + "WHERE m.person = ? AND m.side = '%s' AND m.shelf = ? AND m.pinned = 0%s"
                    + IN_ORDER;

    static final String LARGE =
            SELECT
                    + "INDEXED BY member_listed"
                    + JOIN
                    + "WHERE m.person = ? AND m.shelf = ? AND m.pinned = 0%s"
                    + TO_SORT;

    static final String PINNED =
            SELECT
                    + "INDEXED BY member_pinned"
                    + JOIN
                    + "WHERE m.person = ? AND m.pinned = 1 AND m.shelf = ?%s";

    /// Whether a word is in the title, in the product's, or in the name of another member.
    private static final String SPELT =
            """
             AND (instr(c.spelling, ?) > 0
              OR EXISTS (SELECT 1 FROM product r WHERE r.id = c.product AND instr(r.spelling, ?) > 0)
              OR (c.members <= %d AND EXISTS (SELECT 1
                FROM member o INDEXED BY member_of CROSS JOIN person p ON p.id = o.person
                WHERE o.conversation = c.id AND o.person <> m.person AND instr(p.spelling, ?) > 0)))
            """
                    .formatted(Conversation.SHOWN_MEMBERS);

    private final Db db;
    private final PersonId reader;
    private final Selection selection;
    private final List<String> words;

    Listing(Db db, PersonId reader, Selection selection) {
        this.db = db;
        this.reader = reader;
        this.selection = selection;
        words = Spelling.words(selection.search()).stream().limit(MOST_WORDS).toList();
    }

    /// What is not pinned, from a place on; the last may be further ahead than asked for.
    List<SqliteInbox.Seen> from(@Nullable Activity from, int limit) throws SQLException {
        var start = from == null ? TOP : from;
        var found = new ArrayList<SqliteInbox.Seen>();
        for (var shelf : shelves()) {
            found.addAll(
                    read(
                            inOrder().formatted(spelt()),
                            shelf,
                            start.at(),
                            start.conversation(),
                            limit));
            if (hasLarge()) {
                var sql = LARGE.formatted(large() + spelt());
                found.addAll(read(sql, shelf, start.at(), start.conversation(), limit));
            }
        }
        found.sort(Comparator.comparing(SqliteInbox.Seen::place).reversed());
        return found.subList(0, Math.min(limit, found.size()));
    }

    List<SqliteInbox.Seen> pinned() throws SQLException {
        var found = new ArrayList<SqliteInbox.Seen>();
        for (var shelf : shelves()) {
            found.addAll(read(PINNED.formatted(pinnedToo() + spelt()), shelf));
        }
        return found;
    }

    private List<Integer> shelves() {
        var shelves = new ArrayList<Integer>();
        if (Spelling.findsNothing(selection.search())) {
            return shelves;
        }
        if (selection.inList()) {
            shelves.add(0);
        }
        if (selection.inArchive()) {
            shelves.add(1);
        }
        return shelves;
    }

    private String inOrder() {
        return switch (selection.filter()) {
            case ALL, ARCHIVED -> LISTED;
            case UNREAD -> BEHIND;
            case BUYING -> TRADING.formatted("buyer", "%s");
            case SELLING -> TRADING.formatted("seller", "%s");
        };
    }

    private boolean hasLarge() {
        return switch (selection.filter()) {
            case ALL, ARCHIVED, UNREAD -> true;
            case BUYING, SELLING -> false;
        };
    }

    private String large() {
        return selection.filter() == Selection.Filter.UNREAD ? UNREAD : "";
    }

    private String pinnedToo() {
        return switch (selection.filter()) {
            case ALL, ARCHIVED -> "";
            case UNREAD -> UNREAD;
            case BUYING -> " AND m.side = 'buyer'";
            case SELLING -> " AND m.side = 'seller'";
        };
    }

    private String spelt() {
        return SPELT.repeat(words.size());
    }

    /// Person and shelf come first, then the words, three times each, then the place.
    private List<SqliteInbox.Seen> read(String sql, int shelf, Object... place)
            throws SQLException {
        var values = new ArrayList<@Nullable Object>(List.of(reader, shelf));
        for (var word : words) {
            values.addAll(List.of(word, word, word));
        }
        values.addAll(List.of(place));
        return db.list(sql, SqliteInbox::seen, values.toArray());
    }
}
