// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.edge;

import org.jspecify.annotations.Nullable;

/// What a route answers.
///
/// @param body written as JSON, unless it is [Bytes]; null for an answer without one
/// @param cookie what becomes of the session cookie; null leaves it as it is
public record Answer(int status, @Nullable Object body, @Nullable SessionCookie cookie) {

    public static Answer ok(Object body) {
        return new Answer(200, body, null);
    }

    public static Answer created(Object body) {
        return new Answer(201, body, null);
    }

    public static Answer nothing() {
        return new Answer(204, null, null);
    }

    /// The same answer, which also sets or clears the session cookie.
    public Answer with(SessionCookie changed) {
        return new Answer(status, body, changed);
    }
}
