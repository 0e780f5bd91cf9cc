// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.ids.PersonId;
import io.palabre.core.sessions.Session;
import io.palabre.core.sessions.TokenHash;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What every [io.palabre.core.sessions.Sessions] does.
public abstract class SessionsContract extends PortContract {

    private static final Duration HOUR = Duration.ofHours(1);

    private Session open(PersonId person, String token) {
        return ports().sessions().open(person, hash(token), "phone", HOUR);
    }

    private static TokenHash hash(String token) {
        return new TokenHash(token.repeat(64));
    }

    @Test
    void a_session_is_found_by_its_token() {
        var ann = story().person("ann");
        var session = open(ann, "a");
        assertThat(session.expiresAt()).isEqualTo(time.now().plus(HOUR));
        assertThat(ports().sessions().byToken(hash("a"))).contains(session);
        assertThat(ports().sessions().byToken(hash("b"))).isEmpty();
    }

    @Test
    void a_person_sees_their_sessions_the_newest_first() {
        var ann = story().person("ann");
        var old = open(ann, "a");
        time.move(Duration.ofSeconds(1));
        var young = open(ann, "b");
        open(story().person("bob"), "c");
        assertThat(ports().sessions().of(ann)).containsExactly(young, old);
    }

    @Test
    void a_session_ends_by_itself_unless_it_is_used() {
        var ann = story().person("ann");
        var used = open(ann, "a");
        var unused = open(ann, "b");
        time.move(HOUR.minusSeconds(1));
        ports().sessions().touch(used.id(), HOUR);
        time.move(Duration.ofSeconds(1));
        assertThat(ports().sessions().byToken(hash("b"))).isEmpty();
        assertThat(ports().sessions().of(ann)).extracting(Session::id).containsExactly(used.id());
        assertThat(ports().sessions().lives(used.id())).isTrue();
        assertThat(ports().sessions().lives(unused.id())).isFalse();
        assertThat(ports().sessions().byToken(hash("a")).orElseThrow().usedAt())
                .isEqualTo(time.now().minusSeconds(1));
        time.move(HOUR);
        ports().sessions().touch(used.id(), HOUR);
        assertThat(ports().sessions().byToken(hash("a"))).isEmpty();
    }

    @Test
    void one_ends_ones_own_sessions_only() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var session = open(ann, "a");
        assertThat(ports().sessions().revoke(bob, session.id())).isFalse();
        assertThat(ports().sessions().byToken(hash("a"))).isPresent();
        assertThat(ports().sessions().lives(session.id())).isTrue();
        assertThat(ports().sessions().revoke(ann, session.id())).isTrue();
        assertThat(ports().sessions().lives(session.id())).isFalse();
        assertThat(ports().sessions().revoke(ann, session.id())).isFalse();
        assertThat(ports().sessions().byToken(hash("a"))).isEmpty();
    }

    @Test
    void all_others_end_at_once() {
        var ann = story().person("ann");
        var kept = open(ann, "a");
        var ended = open(ann, "b");
        var bobs = open(story().person("bob"), "c");
        assertThat(ports().sessions().revokeOthers(ann, kept.id())).containsExactly(ended.id());
        assertThat(ports().sessions().of(ann)).containsExactly(kept);
        assertThat(ports().sessions().revokeOthers(ann, null)).containsExactly(kept.id());
        assertThat(ports().sessions().byToken(hash("c"))).contains(bobs);
    }
}
