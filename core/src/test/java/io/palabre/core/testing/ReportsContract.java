// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.Ulid;
import io.palabre.core.reports.Matter;
import io.palabre.core.reports.Reason;
import io.palabre.core.reports.Report;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [io.palabre.core.reports.Reports] does.
public abstract class ReportsContract extends PortContract {

    @Test
    void what_is_reported_is_kept_word_for_word() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var here = story().privately(ann, bob);
        var matters =
                List.of(
                        new Matter(new MessageId(here, 2), bob, here, "été 😀"),
                        new Matter(null, bob, null, null),
                        new Matter(null, null, here, null));
        for (var matter : matters) {
            var filed = ports().reports().file(ann, matter, Reason.FRAUD, "Regardez !");
            assertThat(filed)
                    .isEqualTo(
                            new Report(
                                    filed.id(),
                                    ann,
                                    matter,
                                    Reason.FRAUD,
                                    "Regardez !",
                                    time.now(),
                                    null));
            time.move(Duration.ofSeconds(1));
        }
        assertThat(ports().reports().list(true, null, 9))
                .extracting(Report::matter)
                .isEqualTo(matters.reversed());
    }

    @Test
    void the_same_thing_reported_again_is_one_report_until_it_is_closed() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var matter = new Matter(null, bob, null, null);
        var first = ports().reports().file(ann, matter, Reason.SPAM, null);
        assertThat(ports().reports().file(ann, matter, Reason.ABUSE, "again")).isEqualTo(first);
        assertThat(ports().reports().file(bob, matter, Reason.SPAM, null)).isNotEqualTo(first);
        ports().reports().close(first.id(), bob);
        time.move(Duration.ofSeconds(1));
        var second = ports().reports().file(ann, matter, Reason.ABUSE, null);
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void a_report_is_closed_once_and_stays_readable() {
        var ann = story().person("ann");
        var mod = story().person("mod");
        var filed =
                ports().reports().file(ann, new Matter(null, mod, null, null), Reason.OTHER, null);
        time.move(Duration.ofMinutes(1));
        var closed = ports().reports().close(filed.id(), mod).orElseThrow();
        assertThat(closed.closed()).isEqualTo(new Report.Closed(mod, time.now()));
        time.move(Duration.ofMinutes(1));
        assertThat(ports().reports().close(filed.id(), ann)).contains(closed);
        assertThat(ports().reports().list(true, null, 9)).isEmpty();
        assertThat(ports().reports().list(false, null, 9)).isEqualTo(List.of(closed));
        assertThat(ports().reports().close(new Ulid(5, 5), mod)).isEmpty();
    }

    @Test
    void they_come_in_pages() {
        var ann = story().person("ann");
        for (var i = 0; i < 5; i++) {
            var matter = new Matter(null, story().person("p" + i), null, null);
            ports().reports().file(ann, matter, Reason.SPAM, null);
            time.move(Duration.ofSeconds(1));
        }
        var all = ports().reports().list(true, null, 9);
        var first = ports().reports().list(true, null, 2);
        var second = ports().reports().list(true, first.getLast().id(), 9);
        assertThat(first).isEqualTo(all.subList(0, 2));
        assertThat(second).isEqualTo(all.subList(2, 5));
    }
}
