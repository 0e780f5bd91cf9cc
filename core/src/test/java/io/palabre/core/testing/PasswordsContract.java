// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.people.Enrolment;
import io.palabre.core.people.Newcomer;
import org.junit.jupiter.api.Test;

/// What every [io.palabre.core.people.Passwords] does.
public abstract class PasswordsContract extends PortContract {

    @Test
    void the_last_proof_is_kept() {
        var ann = story().person("ann");
        assertThat(ports().passwords().proof(ann)).isEmpty();
        ports().passwords().keep(ann, "first");
        ports().passwords().keep(ann, "second");
        assertThat(ports().passwords().proof(ann)).contains("second");
    }

    @Test
    void who_comes_with_a_password_has_it_and_who_does_not_come_leaves_none() {
        var ann = ports().people().enrol(Newcomer.named("ann", "Ann"), "hers");
        var id = ((Enrolment.Enrolled) ann).person().id();
        assertThat(ports().passwords().proof(id)).contains("hers");
        var other = ports().people().enrol(Newcomer.named("Ann", "Other"), "another");
        assertThat(other).isInstanceOf(Enrolment.Refused.class);
        assertThat(ports().passwords().proof(id)).contains("hers");
    }

    @Test
    void nobody_has_no_password() {
        ports().passwords().keep(nobody(), "secret");
        assertThat(ports().passwords().proof(nobody())).isEmpty();
    }
}
