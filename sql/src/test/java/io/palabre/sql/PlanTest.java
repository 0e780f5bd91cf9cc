// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.testing.ManualTime;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No statement reads more than it asks for: each finds its rows through a key, also when the keys
/// come as JSON.
class PlanTest {

    @TempDir static Path folder;

    @BeforeAll
    static void make() {
        SqlitePorts.open(folder, new ManualTime(), _ -> _ -> {}).close();
    }

    static Stream<String> statements() {
        return Stream.of(
                Events.AFTER,
                Across.STANDINGS,
                Across.ENTRIES,
                Across.MESSAGES,
                Across.REACTIONS,
                Lines.ONE,
                Lines.AFTER,
                Lines.BEFORE,
                Lines.MESSAGES,
                Lines.EDIT_OF_THEN,
                Lines.HIDDEN,
                Lines.REACTIONS,
                SqliteInbox.MENTIONS,
                Becoming.UNMENTION,
                MessageFacts.EMOJIS,
                MessageFacts.REACTED,
                MessageFacts.PINS,
                SqliteInbox.PINS,
                Becoming.UNPIN,
                Becoming.UNREACT,
                Becoming.UNREACT_ALL,
                Events.INTERVALS,
                Events.OWN,
                SqlFacts.EXISTS,
                SqlFacts.PAIR,
                SqlFacts.HEAD,
                SqlFacts.PART,
                SqlFacts.HEIR,
                SqlFacts.STARTED,
                SqlFacts.ORD_AT,
                MessageFacts.IS_MESSAGE,
                SqlFacts.ARCHIVED_BY,
                SqlFacts.PINNED_BY,
                Arrangements.ARRANGE,
                Arrangements.CLEAR,
                Arrangements.FORGET_INTERVALS,
                SqlFacts.ABOUT,
                SqliteCatalogue.BY_ID,
                SqlitePortraits.OF,
                SqlitePortraits.KEEP,
                SqlitePortraits.REMOVE,
                SqlitePortraits.OF_GROUP,
                SqlitePortraits.KEEP_GROUP,
                SqlitePortraits.REMOVE_GROUP,
                Ledger.ABOUT,
                SqliteReports.BY_ID,
                SqliteReports.OPEN,
                SqliteReports.LIST,
                SqliteReports.CLOSE,
                SqlFacts.HAS_BLOCKED,
                SqlFacts.BLOCKED_BY,
                SqlFacts.OTHER,
                MessageFacts.EARLIER,
                SqlFacts.MODERATES,
                Ledger.HEAD,
                Becoming.SAID,
                Becoming.UNSAY,
                Becoming.UNSAY_EDITS,
                Ledger.HEAD_AT_LINE,
                Ledger.HEAD_AT_MESSAGE,
                Ledger.COUNT,
                Ledger.END_INTERVAL,
                Ledger.DEPART,
                Ledger.GIVE_ROLE,
                Ledger.UNBLOCK,
                Ledger.TITLE,
                Ledger.PICTURE,
                Ledger.READ,
                Ledger.OWN_SEQ,
                SqliteLog.HEAD,
                SqliteLog.OWN_HEAD,
                SqliteLog.MEMBERSHIP,
                Listing.LISTED.formatted(""),
                Listing.BEHIND.formatted(""),
                Listing.TRADING.formatted("buyer", ""),
                Listing.LARGE.formatted(""),
                Listing.PINNED.formatted(""),
                Lists.MOVE,
                Lists.TAKE_OUT,
                Lists.PLACE,
                Lists.SETTLE,
                Lists.BRING_BACK,
                Lists.SIDE,
                SqliteInbox.ONE,
                SqliteInbox.MEMBERS,
                Blindness.CAME_AFTER,
                Blindness.WENT_WITHOUT,
                Blindness.HID,
                Blindness.WENT,
                SqliteInbox.UNREAD,
                Arrangements.MUTES_ENDED,
                Arrangements.NEXT_MUTE_END,
                SqliteInbox.UNREAD_OF_LARGE,
                SqlitePeople.BY_ID,
                SqlitePeople.BY_USERNAME,
                SqlitePeople.BY_SUBJECT,
                SqlitePeople.BY_EMAIL,
                SqlitePeople.DESCRIBE,
                SqlitePeople.HOLD,
                SqlitePeople.LET_GO,
                SqliteReceipts.END,
                SqliteReceipts.HAS_LET_GO,
                SqliteReceipts.LET_GO,
                SqliteReceipts.DELIVER,
                SqliteReceipts.MESSAGE,
                SqliteReceipts.COUNT,
                SqliteReceipts.REACHED,
                Ledger.JOIN,
                SqliteTraceBook.KEEP,
                SqliteSearch.ONE,
                SqliteAttachments.SPENT,
                SqliteAttachments.ON_ITS_WAY,
                SqliteAttachments.FORGET_SPENT,
                SqliteAttachments.UPLOAD,
                SqliteAttachments.TOUCH,
                SqliteAttachments.GIVE_UP,
                SqliteAttachments.VISIBLE,
                SqliteAttachments.ALL,
                SqliteAttachments.OF_KIND,
                SqliteAttachments.SILENT,
                SqliteAttachments.LOOSE,
                SqliteAttachments.KNOWN,
                Carrying.ATTACHABLE,
                Carrying.SENT,
                Carrying.GONE,
                Carrying.DROP,
                NameParts.matching(1),
                NameParts.matching(3),
                SqlitePasswords.PROOF,
                SqlitePasswords.KEEP,
                SqliteSessions.BY_TOKEN,
                SqliteSessions.LIVES,
                SqliteSessions.OF,
                SqliteSessions.SWEEP,
                SqliteSessions.TOUCH,
                SqliteSessions.REVOKE,
                SqliteSessions.REVOKE_OTHERS);
    }

    private List<String> plan(String sql) throws SQLException {
        try (var db = Connections.reader(folder.resolve("palabre.db"))) {
            var marks = (int) sql.chars().filter(c -> c == '?').count();
            var values = Collections.<@Nullable Object>nCopies(marks, 1).toArray();
            return db.list("EXPLAIN QUERY PLAN " + sql, row -> row.text(4), values);
        }
    }

    @ParameterizedTest
    @MethodSource("statements")
    void nothing_is_scanned(String sql) throws SQLException {
        assertThat(plan(sql)).isNotEmpty().noneMatch(PlanTest::scans);
    }

    private static boolean scans(String step) {
        return step.startsWith("SCAN") && !step.startsWith("SCAN w VIRTUAL TABLE INDEX 1");
    }

    @ParameterizedTest
    @MethodSource("statements")
    void nothing_is_sorted_but_little(String sql) throws SQLException {
        var sorts = plan(sql).stream().anyMatch(step -> step.contains("TEMP B-TREE FOR ORDER BY"));
        var may =
                sql.equals(Listing.LARGE.formatted(""))
                        || sql.equals(SqlFacts.HEIR)
                        || sql.equals(Across.REACTIONS)
                        || sql.contains("person_part");
        assertThat(sorts).isEqualTo(may);
    }

    @Test
    void the_last_message_is_found_without_stepping_over_edits() throws SQLException {
        assertThat(plan(Lines.MESSAGES)).anyMatch(step -> step.contains("event_line"));
    }

    @Test
    void a_page_of_lines_does_not_step_over_edits() throws SQLException {
        assertThat(plan(Lines.AFTER)).anyMatch(step -> step.contains("event_line"));
        assertThat(plan(Lines.BEFORE)).anyMatch(step -> step.contains("event_line"));
    }

    @Test
    void products_are_looked_through_in_the_order_of_an_index() throws SQLException {
        assertThat(plan(SqliteCatalogue.ALL.formatted("")))
                .allMatch(step -> step.contains("product_by_title"))
                .noneMatch(step -> step.contains("TEMP"));
    }

    @Test
    void everyone_is_listed_in_the_order_of_an_index() throws SQLException {
        assertThat(plan(NameParts.EVERYONE))
                .allMatch(step -> step.contains("person_by_name"))
                .noneMatch(step -> step.contains("TEMP"));
    }
}
