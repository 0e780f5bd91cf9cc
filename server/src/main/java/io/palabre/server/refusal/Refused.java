// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.refusal;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A refusal on its way to the edge: which, optionally about what, optionally until when,
/// optionally for which field.
public final class Refused extends RuntimeException {
    private final transient Problem problem;
    private final @Nullable String detail;
    private final @Nullable Duration retryAfter;
    private final @Nullable String field;
    private final @Nullable Long offset;

    private Refused(
            Problem problem,
            @Nullable String detail,
            @Nullable Duration retryAfter,
            @Nullable String field) {
        this(problem, detail, retryAfter, field, null);
    }

    private Refused(
            Problem problem,
            @Nullable String detail,
            @Nullable Duration retryAfter,
            @Nullable String field,
            @Nullable Long offset) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.detail = detail;
        this.retryAfter = retryAfter;
        this.field = field;
        this.offset = offset;
    }

    public static Refused because(Refusal refusal) {
        return new Refused(Problem.of(refusal), null, null, null);
    }

    /// A refusal with more to say.
    ///
    /// @param detail one sentence that says more than the refusal's own
    public static Refused because(Refusal refusal, String detail) {
        return new Refused(Problem.of(refusal), detail, null, null);
    }

    public static Refused because(Problem problem) {
        return new Refused(problem, null, null, null);
    }

    /// A problem with more to say.
    ///
    /// @param detail one sentence that says more than the problem's title
    public static Refused because(Problem problem, @Nullable String detail) {
        return new Refused(problem, detail, null, null);
    }

    /// A refusal of one field of a request.
    ///
    /// @param detail one sentence that says what is wrong with it
    public static Refused field(String field, Refusal refusal, String detail) {
        return new Refused(Problem.of(refusal), detail, null, field, null);
    }

    /// An upload stands elsewhere, here.
    public static Refused standingAt(long offset) {
        return new Refused(Problem.UPLOAD_OFFSET, null, null, null, offset);
    }

    /// A refusal that ends after a while.
    public static Refused until(Refusal refusal, Duration retryAfter) {
        return until(Problem.of(refusal), null, retryAfter);
    }

    /// A refusal that ends after a while, with more to say.
    public static Refused until(Refusal refusal, String detail, Duration retryAfter) {
        return until(Problem.of(refusal), detail, retryAfter);
    }

    /// A problem that ends after a while.
    public static Refused until(Problem problem, @Nullable String detail, Duration retryAfter) {
        return new Refused(problem, detail, retryAfter, null);
    }

    /// What was accepted, or the refusal on its way.
    public static Outcome.Accepted unlessAccepted(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> accepted;
            case Outcome.Refused refused -> throw because(refused.refusal());
        };
    }

    public Problem problem() {
        return problem;
    }

    public @Nullable String detail() {
        return detail;
    }

    public @Nullable Long offset() {
        return offset;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /// The field of the request that is wrong; null when it is none.
    public @Nullable String field() {
        return field;
    }
}
