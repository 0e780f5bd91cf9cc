// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import io.palabre.core.reports.Report;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `Report` in `openapi.yaml`: as moderators read it.
///
/// @param userId who is reported, or who wrote what is
public record ReportShape(
        String id,
        String reporterId,
        @Nullable String messageId,
        @Nullable String userId,
        @Nullable String conversationId,
        @Nullable String excerpt,
        String reason,
        @Nullable String text,
        String state,
        Instant createdAt,
        @Nullable Instant closedAt,
        @Nullable String closedBy) {

    public static ReportShape of(Report report) {
        var matter = report.matter();
        var closed = report.closed();
        return new ReportShape(
                report.id().toString(),
                report.by().toString(),
                text(matter.message()),
                text(matter.person()),
                text(matter.conversation()),
                matter.excerpt(),
                report.reason().name().toLowerCase(Locale.ROOT),
                report.text(),
                closed == null ? "open" : "closed",
                report.at(),
                closed == null ? null : closed.at(),
                closed == null ? null : closed.by().toString());
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }
}
