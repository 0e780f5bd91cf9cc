// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import io.palabre.server.refusal.Problem;
import org.jspecify.annotations.Nullable;

/// `Problem` in `openapi.yaml`: a refusal over REST.
public record ProblemShape(
        int status, String code, String title, @Nullable String detail, boolean retryable) {

    public static ProblemShape of(Problem problem, @Nullable String detail) {
        return new ProblemShape(
                problem.status(), problem.code(), problem.title(), detail, problem.retryable());
    }
}
