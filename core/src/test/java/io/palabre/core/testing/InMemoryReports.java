// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import io.palabre.core.Time;
import io.palabre.core.ids.Ids;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.Ulid;
import io.palabre.core.reports.Matter;
import io.palabre.core.reports.Reason;
import io.palabre.core.reports.Report;
import io.palabre.core.reports.Reports;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reports in a map.
public final class InMemoryReports implements Reports {

    private final Time time;
    private final Ids ids;
    private final TreeMap<Ulid, Report> reports = new TreeMap<>();

    InMemoryReports(Time time, Ids ids) {
        this.time = time;
        this.ids = ids;
    }

    @Override
    public synchronized Report file(
            PersonId by, Matter matter, Reason reason, @Nullable String text) {
        return reports.values().stream()
                .filter(report -> report.closed() == null && report.by().equals(by))
                .filter(report -> report.matter().key().equals(matter.key()))
                .findFirst()
                .orElseGet(() -> add(by, matter, reason, text));
    }

    private Report add(PersonId by, Matter matter, Reason reason, @Nullable String text) {
        var report = new Report(ids.next(), by, matter, reason, text, time.now(), null);
        reports.put(report.id(), report);
        return report;
    }

    @Override
    public synchronized List<Report> list(boolean open, @Nullable Ulid before, int limit) {
        return reports.descendingMap().values().stream()
                .filter(report -> (report.closed() == null) == open)
                .filter(report -> before == null || report.id().compareTo(before) < 0)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<Report> close(Ulid id, PersonId by) {
        return Optional.ofNullable(
                reports.computeIfPresent(id, (_, r) -> r.closed() == null ? closed(r, by) : r));
    }

    private Report closed(Report r, PersonId by) {
        var closed = new Report.Closed(by, time.now());
        return new Report(r.id(), r.by(), r.matter(), r.reason(), r.text(), r.at(), closed);
    }
}
