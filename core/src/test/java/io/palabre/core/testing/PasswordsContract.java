// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

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
    void nobody_has_no_password() {
        ports().passwords().keep(nobody(), "secret");
        assertThat(ports().passwords().proof(nobody())).isEmpty();
    }
}
