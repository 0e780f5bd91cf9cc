// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import java.util.function.IntFunction;

/// What is spoken above the WebSocket frame.
public sealed interface Dialect {

    /// What the upgrade asks for.
    String path();

    /// The handshake is through and the WebSocket is open.
    void opened(Connection connection);

    /// A text frame came.
    void heard(Connection connection, ByteBuf bytes, int start, int end);

    /// Nothing above the frame: an answer begins with `e`, an event with anything else.
    record Raw() implements Dialect {
        @Override
        public String path() {
            return "/";
        }

        @Override
        public void opened(Connection connection) {
            connection.ready();
        }

        @Override
        public void heard(Connection connection, ByteBuf bytes, int start, int end) {
            if (bytes.getByte(start) == 'e') connection.answer(bytes, start, end);
            else connection.event(bytes, start, end);
        }
    }

    /// Engine.IO 4 and Socket.IO 5, straight over WebSocket. `auth` is the JSON that the n-th
    /// connection presents.
    record SocketIo(IntFunction<String> auth) implements Dialect {
        private static final byte[] PONG = {'3'};

        /// Without identity.
        public SocketIo() {
            this(number -> "");
        }

        @Override
        public String path() {
            return "/socket.io/?EIO=4&transport=websocket";
        }

        @Override
        public void opened(Connection connection) {
            // the server speaks first
        }

        @Override
        public void heard(Connection connection, ByteBuf bytes, int start, int end) {
            switch (bytes.getByte(start)) {
                case '0' ->
                        connection.send(("40" + auth.apply(connection.number())).getBytes(UTF_8));
                case '2' -> connection.send(PONG);
                case '4' -> message(connection, bytes, start + 1, end);
                default -> connection.fail("unexpected packet " + text(bytes, start, end));
            }
        }

        private static void message(Connection connection, ByteBuf bytes, int start, int end) {
            switch (bytes.getByte(start)) {
                case '0' -> connection.ready();
                case '2' -> connection.event(bytes, start + 1, end);
                case '3' -> connection.answer(bytes, start + 1, end);
                default -> connection.fail("refused: " + text(bytes, start, end));
            }
        }

        private static String text(ByteBuf bytes, int start, int end) {
            return bytes.toString(start, Math.min(end - start, 300), UTF_8);
        }
    }
}
