// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.people;

import io.palabre.core.Refusal;

/// What became of the wish to have an account.
public sealed interface Enrolment {

    record Enrolled(Person person) implements Enrolment {}

    /// Username, e-mail address or host identity belong to somebody else.
    record Refused(Refusal refusal) implements Enrolment {}
}
