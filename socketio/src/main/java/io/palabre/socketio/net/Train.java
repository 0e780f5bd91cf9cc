// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.netty.buffer.ByteBuf;
import io.palabre.socketio.engine.Encoded;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Frames that leave in one write. Channels that are sent the same packets in one pass share their
/// train: each one leads to the one that is longer by the frame asked for last.
final class Train {
    private static final int MOST_JOINED = 8 * 1024;

    private final Pass pass;
    private final @Nullable Train before;
    private final @Nullable Frame last;
    private final int size;
    private final int length;
    private @Nullable Train longer;
    private @Nullable ByteBuf joined;

    /// An empty one.
    Train(Pass pass) {
        this.pass = pass;
        before = null;
        last = null;
        size = 0;
        length = 0;
    }

    private Train(Train before, Frame last) {
        this.pass = before.pass;
        this.before = before;
        this.last = last;
        this.size = before.size + last.bytes.readableBytes();
        this.length = before.length + 1;
    }

    /// Bytes of all frames.
    int size() {
        return size;
    }

    /// The one that is longer by this packet, if it was the last that was asked for.
    @Nullable Train with(Encoded packet, Framing framing) {
        var next = longer;
        return next != null && next.last != null && next.last.is(packet, framing) ? next : null;
    }

    /// The one that is longer by `frame`.
    Train with(Frame frame) {
        var next = new Train(this, frame);
        longer = next;
        return next;
    }

    /// Whether its bytes are worth copying into one piece.
    boolean joinable() {
        return length == 1 || size <= MOST_JOINED;
    }

    /// All bytes in one piece, which is released when the pass is over.
    ByteBuf joined() {
        if (length == 1 && last != null) {
            return last.bytes;
        }
        if (joined == null) {
            joined = pass.own(Frames.buffer(size));
            for (var frame : frames()) {
                joined.writeBytes(frame.duplicate());
            }
        }
        return joined;
    }

    /// The bytes of each frame, in order.
    List<ByteBuf> frames() {
        var frames = new ByteBuf[length];
        var at = this;
        while (at.before != null && at.last != null) {
            frames[at.length - 1] = at.last.bytes;
            at = at.before;
        }
        return Arrays.asList(frames);
    }
}
