// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A TCP connection over which anything may be said.
final class RawSocket implements AutoCloseable {
    private static final int TO_ANSWER_MILLIS = 10_000;

    private final Socket socket;
    private final BufferedReader in;

    RawSocket(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TO_ANSWER_MILLIS);
        in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    RawSocket say(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /// The status of the answer (`HTTP/1.1 400 …`); 0 when the other side hung up without one.
    int status() throws IOException {
        var line = in.readLine();
        return line == null ? 0 : Integer.parseInt(line, 9, 12, 10);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
