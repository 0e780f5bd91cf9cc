// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.netty.buffer.ByteBuf;
import io.palabre.socketio.engine.Encoded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What an event loop has to write when it is through with its tasks. A packet is framed once for
/// all who ask for it one after the other; those who send the same packets share one piece of
/// bytes.
final class Pass {
    private final List<Runnable> flushes = new ArrayList<>();
    private final List<ByteBuf> owned = new ArrayList<>();
    private final Map<Framing, Frame> latest = new HashMap<>(4);
    private final Train empty = new Train(this);

    /// Runs `flush` when the pass is over.
    void atEnd(Runnable flush) {
        flushes.add(flush);
    }

    /// What a channel sends that sent nothing in this pass before.
    Train empty() {
        return empty;
    }

    /// A train with a packet behind it.
    Train append(Train train, Encoded packet, Framing framing) {
        var longer = train.with(packet, framing);
        return longer != null ? longer : train.with(frame(packet, framing));
    }

    private Frame frame(Encoded packet, Framing framing) {
        var frame = latest.get(framing);
        if (frame == null || !frame.is(packet, framing)) {
            frame = new Frame(packet, framing, own(framing.encode(packet)));
            latest.put(framing, frame);
        }
        return frame;
    }

    /// A train with a control frame behind it.
    Train append(Train train, ByteBuf control) {
        return train.with(new Frame(null, null, own(control)));
    }

    /// Bytes to be released when the pass is over.
    ByteBuf own(ByteBuf bytes) {
        owned.add(bytes);
        return bytes;
    }

    /// The pass is over.
    void end() {
        try {
            flushes.forEach(Runnable::run);
        } finally {
            owned.forEach(ByteBuf::release);
        }
    }
}
