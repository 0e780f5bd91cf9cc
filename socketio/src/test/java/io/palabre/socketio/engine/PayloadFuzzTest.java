// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.palabre.socketio.Corpus;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Payloads of polls that are nearly right. Lines are those of socketio/docs/protocol.md, rows
/// those of docs/security.md.
class PayloadFuzzTest {
    private static final List<String> SEEDS =
            List.of("4hello\u001e2\u001e4world", "4hello\u001ebAQIDBA==", "b", "bAQID\u001e", "1");

    @Test
    void line_16_only_protocol_errors_come_out_of_mutated_payloads_row_63() {
        Corpus.of("payload", SEEDS.stream().map(s -> s.getBytes(UTF_8)).toList(), 40_000)
                .forEach(PayloadFuzz::fuzzerTestOneInput);
    }
}
