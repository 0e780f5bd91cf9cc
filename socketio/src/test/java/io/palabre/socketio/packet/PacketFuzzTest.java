// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.packet;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.palabre.socketio.Corpus;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Packets that are nearly right. Lines are those of socketio/docs/protocol.md, rows those of
/// docs/security.md.
class PacketFuzzTest {
    private static final List<String> SEEDS =
            List.of(
                    "0",
                    "0{\"token\":\"123\"}",
                    "0/admin,{\"token\":\"123\"}",
                    "1/admin,",
                    "2[\"foo\",1]",
                    "2/admin,13[\"bar\",{\"a\":[true,false,null,-1.5e+10,\"\\u00e9\"]}]",
                    "3/admin,13[\"baz\"]",
                    "51-[\"up\",{\"_placeholder\":true,\"num\":0}]",
                    "52-/admin,7[\"up\",{\"num\":1,\"_placeholder\":true},{\"_placeholder\":true,\"num\":0}]",
                    "61-7[\"down\",{\"_placeholder\":true,\"num\":0}]",
                    "50-[\"x\"]");

    @Test
    void line_38_only_protocol_errors_come_out_of_mutated_packets_row_63() {
        Corpus.of("packet", SEEDS.stream().map(s -> s.getBytes(UTF_8)).toList(), 40_000)
                .forEach(PacketFuzz::fuzzerTestOneInput);
    }
}
