// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class HostTest {

    @Test
    void processor_time_is_user_and_system_also_behind_an_odd_name() {
        String stat = "42 (a (b) c) S 1 2 3 4 5 6 7 8 9 10 111 222 13 14 20 0";

        assertThat(ProcStat.ticks(stat)).isEqualTo(333);
    }

    @Test
    void threads_that_compile_are_known_by_their_names() {
        assertThat(ProcStat.isCompiler("43 (C2 CompilerThre) S 1 2")).isTrue();
        assertThat(ProcStat.isCompiler("44 (C1 CompilerThre) S 1 2")).isTrue();
        assertThat(ProcStat.isCompiler("45 (vert.x-eventloo) S 1 2")).isFalse();
    }

    @Test
    void memory_is_read_by_its_name() {
        assertThat(ProcStat.kib(List.of("x [rollup]", "Rss:      4136 kB", "Pss: 9 kB"), "Rss:"))
                .isEqualTo(4136);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void this_process_has_used_time_and_memory() throws IOException {
        assertThat(ProcStat.own().cpuMicros()).isPositive();
        assertThat(ProcStat.own().residentKib()).isPositive();
    }

    @Test
    void a_list_of_cores_may_hold_ranges() {
        assertThat(Cores.parse("0-2,5,7-8")).containsExactly(0, 1, 2, 5, 7, 8);
    }

    @Test
    void a_server_gets_a_core_of_its_own_where_there_are_two() {
        assertThat(new Cores(List.of(3, 5)).oneCore()).containsExactly("taskset", "-c", "3");
        assertThat(new Cores(List.of(3)).oneCore()).isEmpty();
    }

    @Test
    void the_limit_of_open_files_is_the_soft_one() {
        String line = "Max open files            1024                 524288               files";

        assertThat(OpenFiles.soft(List.of("Limit  Soft Limit", line))).isEqualTo(1024);
        assertThat(OpenFiles.soft(List.of(line.replace("1024", "unlimited"))))
                .isEqualTo(Long.MAX_VALUE);
    }
}
