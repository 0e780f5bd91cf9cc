// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.palabre.socketio.Corpus;
import io.palabre.socketio.Deflate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Frames that are nearly right. Lines are those of socketio/docs/protocol.md, rows those of
/// docs/security.md.
class FrameFuzzTest {
    private static final byte[] DEFLATED = new Deflation(new Deflate(1, 9)).deflate(new byte[250]);

    private static byte[] frame(int first, byte[] payload) {
        var frame = new byte[6 + payload.length];
        frame[0] = (byte) first;
        frame[1] = (byte) (0x80 | payload.length);
        System.arraycopy(payload, 0, frame, 6, payload.length);
        return frame;
    }

    private static byte[] both(byte[] some, byte[] more) {
        var all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    @Test
    void line_17_only_frame_errors_come_out_of_mutated_frames_row_63() {
        var text = frame(0x81, new byte[] {'4', 'x'});
        var seeds =
                List.of(
                        text,
                        both(frame(0x01, new byte[100]), frame(0x80, new byte[100])),
                        both(frame(0x89, new byte[3]), text),
                        frame(0x88, new byte[] {3, (byte) 0xe8, 'b'}),
                        frame(0xc1, DEFLATED),
                        both(frame(0x41, DEFLATED), frame(0x80, new byte[2])),
                        new byte[] {(byte) 0x82, (byte) 0xfe, 0, 3, 0, 0, 0, 0, 1, 2, 3});
        Corpus.of("frame", seeds, 40_000).forEach(FrameFuzz::fuzzerTestOneInput);
    }
}
