// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import io.palabre.server.refusal.Problem;
import org.jspecify.annotations.Nullable;

/// `Refusal` in `openapi.yaml`: a refusal as an acknowledgement.
public record RefusalShape(boolean ok, Fault error) {

    /// `Fault` in `openapi.yaml`.
    public record Fault(String code, String message, boolean retryable) {}

    public static RefusalShape of(Problem problem, @Nullable String detail) {
        var message = detail == null ? problem.title() : problem.title() + " " + detail;
        return new RefusalShape(false, new Fault(problem.code(), message, problem.retryable()));
    }
}
