// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import io.vertx.core.buffer.Buffer;
import java.util.function.Consumer;

/// One session of an [EngineIo] server. Listeners run one after the other on a virtual thread.
public interface EngineSocket {

    /// Sends a text message.
    void send(String text);

    /// Sends a binary message.
    void send(Buffer bytes);

    /// Sets who hears text messages.
    EngineSocket onText(Consumer<String> listener);

    /// Sets who hears binary messages.
    EngineSocket onBinary(Consumer<Buffer> listener);

    /// Sets who hears the end, with one of [DisconnectReason].
    EngineSocket onClose(Consumer<String> listener);

    /// Closes the session once everything sent before has left.
    void close();
}
