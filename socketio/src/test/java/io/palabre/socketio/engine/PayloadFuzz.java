// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.engine;

import java.nio.charset.StandardCharsets;

/// Whatever a client posts, only [ProtocolError] comes out. A target for Jazzer.
public final class PayloadFuzz {
    private PayloadFuzz() {}

    /// The body of a POST request.
    public static void fuzzerTestOneInput(byte[] input) {
        var receiver =
                new Payload.Receiver() {
                    @Override
                    public void text(String packet) {
                        if (packet.indexOf('\u001e') >= 0) {
                            throw new IllegalStateException("separator inside a packet");
                        }
                    }

                    @Override
                    public void binary(byte[] message) {}
                };
        try {
            Payload.read(new String(input, StandardCharsets.UTF_8), receiver);
        } catch (ProtocolError expected) {
            return;
        }
    }
}
