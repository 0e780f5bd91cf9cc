// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import io.palabre.server.refusal.Problem;
import io.palabre.server.refusal.Refused;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// `Problem` in `openapi.yaml`: a refusal over REST.
///
/// @param offset of an upload, where it stands
public record ProblemShape(
        int status,
        String code,
        String title,
        @Nullable String detail,
        @Nullable String field,
        boolean retryable,
        @Nullable Long retryAfterMs,
        @Nullable Long offset) {

    public static ProblemShape of(Problem problem, @Nullable String detail) {
        return new ProblemShape(
                problem.status(),
                problem.code(),
                problem.title(),
                detail,
                null,
                problem.retryable(),
                null,
                null);
    }

    public static ProblemShape of(Refused refused) {
        var problem = refused.problem();
        return new ProblemShape(
                problem.status(),
                problem.code(),
                problem.title(),
                refused.detail(),
                refused.field(),
                problem.retryable(),
                millis(refused.retryAfter()),
                refused.offset());
    }

    static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : (Long) duration.toMillis();
    }
}
