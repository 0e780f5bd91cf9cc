// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What every [io.palabre.core.people.Portraits] does.
public abstract class PortraitsContract extends PortContract {

    private static final byte[] FIRST = {1, 2, 3};
    private static final byte[] SECOND = {4, 5};

    @Test
    void the_last_picture_is_shown_until_it_is_taken_away() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        assertThat(ports().portraits().of(ann)).isEmpty();
        ports().portraits().keep(ann, FIRST);
        ports().portraits().keep(bob, FIRST);
        ports().portraits().keep(ann, SECOND);
        assertThat(ports().portraits().of(ann)).contains(SECOND);
        assertThat(ports().portraits().of(bob)).contains(FIRST);
        ports().portraits().remove(ann);
        ports().portraits().remove(ann);
        assertThat(ports().portraits().of(ann)).isEmpty();
        assertThat(ports().portraits().of(bob)).contains(FIRST);
    }

    @Test
    void a_group_has_one_of_its_own() {
        var ann = story().person("ann");
        var port = story().group(ann, story().person("bob"));
        var quay = story().group(ann, story().person("eve"));
        assertThat(ports().portraits().of(port)).isEmpty();
        ports().portraits().keep(port, FIRST);
        ports().portraits().keep(quay, FIRST);
        ports().portraits().keep(port, SECOND);
        assertThat(ports().portraits().of(port)).contains(SECOND);
        assertThat(ports().portraits().of(quay)).contains(FIRST);
        assertThat(ports().portraits().of(ann)).isEmpty();
        ports().portraits().remove(port);
        assertThat(ports().portraits().of(port)).isEmpty();
        assertThat(ports().portraits().of(quay)).contains(FIRST);
    }

    @Test
    void nobody_has_no_picture() {
        ports().portraits().keep(nobody(), FIRST);
        assertThat(ports().portraits().of(nobody())).isEmpty();
    }
}
