// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import io.palabre.server.refusal.Problem;
import io.palabre.server.refusal.Refused;
import org.jspecify.annotations.Nullable;

/// `Refusal` in `openapi.yaml`: a refusal as an acknowledgement.
public record RefusalShape(boolean ok, Fault error) {

    /// `Fault` in `openapi.yaml`.
    public record Fault(
            String code,
            String message,
            boolean retryable,
            @Nullable String field,
            @Nullable Long retryAfterMs) {}

    public static RefusalShape of(Problem problem, @Nullable String detail) {
        return of(Refused.because(problem, detail));
    }

    public static RefusalShape of(Refused refused) {
        var problem = refused.problem();
        var detail = refused.detail();
        var message = detail == null ? problem.title() : problem.title() + " " + detail;
        var after = ProblemShape.millis(refused.retryAfter());
        return new RefusalShape(
                false,
                new Fault(problem.code(), message, problem.retryable(), refused.field(), after));
    }
}
