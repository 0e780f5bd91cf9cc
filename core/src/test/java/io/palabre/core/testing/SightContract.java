// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What every store shows of messages to those who were not always there.
public abstract class SightContract extends MessagePorts {

    @Test
    void who_came_later_sees_nothing_of_it_and_is_known() {
        var owner = story().person("owner");
        var ann = story().person("ann");
        var group = story().group(owner, ann);
        var early = story().says(ann, group, "early").id();
        story().adds(owner, group, story().person("bob"), story().person("cat"));
        var late = story().says(ann, group, "late").id();
        story().leaves(ann, group);
        story().adds(owner, group, ann);
        var bob = ports().people().byUsername("bob").orElseThrow().id();
        var cat = ports().people().byUsername("cat").orElseThrow().id();

        assertThat(as(bob, early)).isNull();
        assertThat(text(bob, late)).isEqualTo("late");
        assertThat(ports().inbox().blindTo(early, 9)).containsExactlyInAnyOrder(bob, cat);
        assertThat(ports().inbox().blindTo(late, 9)).isEmpty();
        assertThat(story().refused(new Command.Hide(bob, early)))
                .isEqualTo(Refusal.MESSAGE_NOT_FOUND);
    }

    @Test
    void who_came_later_and_has_left_since_is_blind_to_what_was_told_before_they_left() {
        var owner = story().person("owner");
        var group = story().group(owner, story().person("ann"));
        var early = story().says(owner, group, "early").id();
        var bob = story().person("bob");
        story().adds(owner, group, bob);
        var edit = story().edits(owner, early, "early on");
        var late = story().says(owner, group, "late").id();
        story().leaves(bob, group);

        assertThat(ports().inbox().blindTo(early, edit.seq())).containsExactly(bob);
        assertThat(ports().inbox().blindTo(late, late.seq())).isEmpty();
        assertThat(ports().inbox().blindTo(early, late.seq() + 2)).isEmpty();
        assertThat(ports().inbox().goneSince(group, edit.seq())).containsExactly(bob);
        assertThat(ports().inbox().goneSince(group, late.seq() + 2)).isEmpty();
        story().adds(owner, group, bob);
        assertThat(ports().inbox().goneSince(group, edit.seq())).isEmpty();
        assertThat(ports().inbox().blindTo(early, edit.seq())).containsExactly(bob);
    }

    @Test
    void who_has_left_finds_messages_as_they_were_save_those_deleted_since() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var group = story().group(ann, bob);
        var changed = story().says(ann, group, "1").id();
        var gone = story().says(ann, group, "2").id();
        story().edits(ann, changed, "1 then");
        story().leaves(bob, group);
        story().edits(ann, changed, "1 since");
        story().deletes(ann, gone);

        assertThat(text(bob, changed)).isEqualTo("1 then");
        assertThat(text(ann, changed)).isEqualTo("1 since");
        assertThat(Objects.requireNonNull(as(bob, gone)).deleted()).isTrue();
        story().adds(ann, group, bob);
        assertThat(text(bob, changed)).isEqualTo("1 since");
    }
}
