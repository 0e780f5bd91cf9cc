// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.ids.PersonId;
import io.palabre.core.people.Person;
import io.palabre.core.people.Profile;
import io.palabre.core.presence.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [io.palabre.core.presence.TraceBook] does.
public abstract class TraceBookContract extends PortContract {

    @Test
    void the_later_of_each_time_is_kept() {
        var ann = story().person("ann");
        assertThat(person(ann).lastSeen()).isNull();
        assertThat(person(ann).lastActive()).isNull();
        var now = time.now();
        keep(new Trace(ann, now, null));
        keep(new Trace(ann, null, now.plusSeconds(5)));
        keep(new Trace(ann, now.minusSeconds(1), now.plusSeconds(2)));
        assertThat(person(ann).lastSeen()).isEqualTo(now);
        assertThat(person(ann).lastActive()).isEqualTo(now.plusSeconds(5));
        keep(new Trace(ann, now.plusSeconds(9), now.plusSeconds(8)));
        assertThat(person(ann).lastSeen()).isEqualTo(now.plusSeconds(9));
        assertThat(person(ann).lastActive()).isEqualTo(now.plusSeconds(8));
    }

    @Test
    void a_new_name_does_not_forget_it_and_nobody_leaves_nothing() {
        var ann = story().person("ann");
        ports().traces()
                .keep(
                        List.of(
                                new Trace(nobody(), time.now(), null),
                                new Trace(ann, time.now(), null)));
        ports().people().describe(ann, Profile.named("Anna"));
        assertThat(person(ann).lastSeen()).isEqualTo(time.now());
        assertThat(ports().people().byId(nobody())).isEmpty();
    }

    private void keep(Trace trace) {
        ports().traces().keep(List.of(trace));
    }

    private Person person(PersonId id) {
        return ports().people().byId(id).orElseThrow();
    }
}
