// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.presence.Trace;
import io.palabre.core.presence.TraceBook;
import java.sql.SQLException;
import java.util.Collection;

/// What presence leaves behind, in SQLite.
final class SqliteTraceBook implements TraceBook {

    static final String KEEP =
            """
            UPDATE person
            SET last_seen = coalesce(max(last_seen, ?), last_seen, ?),
              last_active = coalesce(max(last_active, ?), last_active, ?)
            WHERE id = ?
            """;

    private final Writer writer;

    SqliteTraceBook(Writer writer) {
        this.writer = writer;
    }

    @Override
    public void keep(Collection<Trace> traces) {
        writer.write(db -> keep(db, traces));
    }

    private static int keep(Db db, Collection<Trace> traces) throws SQLException {
        for (var trace : traces) {
            var seen = trace.lastSeen();
            var active = trace.lastActive();
            db.update(KEEP, seen, seen, active, active, trace.person());
        }
        return traces.size();
    }
}
