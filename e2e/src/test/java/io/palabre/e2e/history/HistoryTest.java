// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    @Test
    void a_dump_can_be_read_again_in_the_order_of_time(@TempDir Path folder) throws Exception {
        var run = HandMade.good();
        var history = new History();
        Collections.reverse(run.ops);
        run.ops.forEach(history::add);

        var file = folder.resolve("history.jsonl");
        history.dump(file);

        assertThat(Files.readAllLines(file)).hasSize(run.ops.size());
        assertThat(History.read(file).sorted()).isEqualTo(run.ops.reversed());
    }

    @Test
    void one_kind_can_be_picked() {
        var history = new History();
        HandMade.good().ops.forEach(history::add);
        assertThat(history.count(Op.Fail.class)).isEqualTo(1);
        assertThat(history.count(Op.Again.class)).isZero();
        assertThat(history.all(Op.Fail.class)).extracting(fail -> fail.send().cid()).contains("no");
    }
}
