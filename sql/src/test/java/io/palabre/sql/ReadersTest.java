// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palabre.core.log.Unavailable;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReadersTest {

    private static final int IO_ERROR = 10;

    private final Readers readers;

    ReadersTest(@TempDir Path folder) throws SQLException {
        readers = new Readers(folder.resolve("test.db"), 1);
    }

    @AfterEach
    void close() throws InterruptedException {
        readers.close();
    }

    @Test
    void a_disk_that_cannot_be_read_is_a_decided_refusal() {
        assertThatThrownBy(() -> readers.read(_ -> fail(new SQLException("bad", null, IO_ERROR))))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.undecided()).isFalse());
    }

    @Test
    void a_reader_goes_on_after_a_job_that_broke_down() {
        assertThatThrownBy(() -> readers.read(_ -> breakDown()))
                .hasRootCauseInstanceOf(StackOverflowError.class);
        var seven = readers.read(db -> db.first("SELECT 7", row -> row.number(1)).orElseThrow());
        assertThat(seven).isEqualTo(7);
    }

    private static long fail(SQLException e) throws SQLException {
        throw e;
    }

    private static long breakDown() {
        throw new StackOverflowError("on purpose");
    }
}
