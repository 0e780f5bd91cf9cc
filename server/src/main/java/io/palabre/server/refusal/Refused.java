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
    private final transient More more;

    /// What else there is to say of it.
    ///
    /// @param offset where an upload stands
    /// @param size of what a part was wanted
    private record More(
            @Nullable String detail,
            @Nullable Duration retryAfter,
            @Nullable String field,
            @Nullable Long offset,
            @Nullable Long size) {
        static final More NOTHING = new More(null, null, null, null, null);

        static More detail(@Nullable String detail) {
            return new More(detail, null, null, null, null);
        }
    }

    private Refused(Problem problem, More more) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.more = more;
    }

    public static Refused because(Refusal refusal) {
        return new Refused(Problem.of(refusal), More.NOTHING);
    }

    /// A refusal with more to say.
    ///
    /// @param detail one sentence that says more than the refusal's own
    public static Refused because(Refusal refusal, String detail) {
        return new Refused(Problem.of(refusal), More.detail(detail));
    }

    public static Refused because(Problem problem) {
        return new Refused(problem, More.NOTHING);
    }

    /// A problem with more to say.
    ///
    /// @param detail one sentence that says more than the problem's title
    public static Refused because(Problem problem, @Nullable String detail) {
        return new Refused(problem, More.detail(detail));
    }

    /// A refusal of one field of a request.
    ///
    /// @param detail one sentence that says what is wrong with it
    public static Refused field(String field, Refusal refusal, String detail) {
        return new Refused(Problem.of(refusal), new More(detail, null, field, null, null));
    }

    /// An upload stands elsewhere, here.
    public static Refused standingAt(long offset) {
        return new Refused(Problem.UPLOAD_OFFSET, new More(null, null, null, offset, null));
    }

    /// There are no such bytes of something of this size.
    public static Refused beyond(long size) {
        return new Refused(Problem.BAD_RANGE, new More(null, null, null, null, size));
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
        return new Refused(problem, new More(detail, retryAfter, null, null, null));
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
        return more.detail();
    }

    public @Nullable Long offset() {
        return more.offset();
    }

    /// How many bytes there are, of which others were wanted.
    public @Nullable Long size() {
        return more.size();
    }

    public @Nullable Duration retryAfter() {
        return more.retryAfter();
    }

    /// The field of the request that is wrong; null when it is none.
    public @Nullable String field() {
        return more.field();
    }
}
