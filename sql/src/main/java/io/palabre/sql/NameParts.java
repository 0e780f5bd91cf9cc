// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.ids.PersonId;
import io.palabre.core.people.PeoplePage;
import io.palabre.core.people.Person;
import io.palabre.core.people.Spelling;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds people by any part of a word of their names, through an index of all endings of all words:
/// a part of a word is the beginning of one of its endings.
final class NameParts {

    private static final int LONGEST = 32;
    private static final int MOST_WORDS = 8;
    private static final int MOST_FOUND = 1_000;
    private static final String BEHIND_ALL = Character.toString(Character.MAX_CODE_POINT);

    private static final String COLUMNS =
            """
            SELECT p.id, p.username, p.role, p.display_name, p.avatar_url, p.status, p.status_text,
              p.issuer, p.subject, p.email, p.created_at, p.last_seen, p.last_active,
              p.disabled_at, p.read_receipts
            """;

    static final String EVERYONE =
            COLUMNS
                    + "FROM person p WHERE (p.spelling, p.id) >= (?, ?)"
                    + " ORDER BY p.spelling, p.id LIMIT ?";

    private NameParts() {}

    /// Where some words occur: the first of them is looked up, the others are looked for.
    static String matching(int otherWords) {
        return COLUMNS
                + "FROM person p WHERE p.id IN (SELECT x.person FROM person_part x"
                + " JOIN person q ON q.id = x.person WHERE x.part >= ? AND x.part < ?"
                + " AND instr(q.spelling, ?) > 0".repeat(otherWords)
                + " LIMIT "
                + MOST_FOUND
                + ") AND (p.spelling, p.id) >= (?, ?) ORDER BY p.spelling, p.id LIMIT ?";
    }

    static void replace(Db db, PersonId person, String spelling) throws SQLException {
        db.update("DELETE FROM person_part WHERE person = ?", person);
        var parts = new TreeSet<String>();
        for (var word : Spelling.words(spelling)) {
            for (var i = 0; i < word.length(); i = word.offsetByCodePoints(i, 1)) {
                parts.add(cut(word.substring(i)));
            }
        }
        for (var part : parts) {
            db.update("INSERT INTO person_part (part, person) VALUES (?, ?)", part, person);
        }
    }

    private static String cut(String part) {
        return part.codePointCount(0, part.length()) <= LONGEST
                ? part
                : part.substring(0, part.offsetByCodePoints(0, LONGEST));
    }

    static PeoplePage search(Db db, List<String> some, @Nullable String from, int limit)
            throws SQLException {
        var words = some.stream().distinct().limit(MOST_WORDS).toList();
        var values = new ArrayList<@Nullable Object>();
        var sql = EVERYONE;
        if (!words.isEmpty()) {
            var rarest = words.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
            sql = matching(words.size());
            values.add(cut(rarest));
            values.add(cut(rarest) + BEHIND_ALL);
            values.addAll(words);
        }
        addPlace(values, from);
        values.add(limit + 1);
        var found = db.list(sql, SqlitePeople::person, values.toArray());
        var next = found.size() > limit ? place(found.getLast()) : null;
        return new PeoplePage(found.subList(0, Math.min(limit, found.size())), next);
    }

    private static String place(Person person) {
        return person.id() + Spelling.of(person);
    }

    private static void addPlace(List<@Nullable Object> values, @Nullable String from) {
        var id = from == null || from.length() < 26 ? null : from.substring(0, 26);
        values.add(id == null || from == null ? "" : from.substring(26));
        values.add(
                id == null
                        ? new byte[0]
                        : PersonId.parse(id).map(p -> p.ulid().bytes()).orElse(new byte[0]));
    }
}
