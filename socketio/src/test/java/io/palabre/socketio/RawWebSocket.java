// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A WebSocket client that sends whatever frames it is told.
public final class RawWebSocket implements AutoCloseable {
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;
    private static final int FIN = 0x80;

    private final Socket socket;
    private final DataInputStream in;
    final String answer;

    /// A frame from the server.
    static final class Frame {
        private final int first;
        private final byte[] payload;

        Frame(int first, byte[] payload) {
            this.first = first;
            this.payload = payload;
        }

        byte[] payload() {
            return payload;
        }

        int opcode() {
            return first & 0x0f;
        }

        boolean compressed() {
            return (first & 0x40) != 0;
        }

        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        int closeCode() {
            return ByteBuffer.wrap(payload).getShort() & 0xffff;
        }
    }

    /// Connects and shakes hands.
    public RawWebSocket(int port, String path, String... headers) {
        this(port, path, new byte[0], headers);
    }

    /// Connects and shakes hands, with `early` bytes in the same segment as the request.
    RawWebSocket(int port, String path, byte[] early, String... headers) {
        this(connected(port), path, early, headers);
    }

    private static Socket connected(int port) {
        try {
            return new Socket("localhost", port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Shakes hands on a connection, with `early` bytes behind the request.
    RawWebSocket(Socket connection, String path, byte[] early, String... headers) {
        socket = connection;
        try {
            socket.setSoTimeout(10_000);
            socket.setTcpNoDelay(true);
            in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            var request = new ByteArrayOutputStream();
            request.writeBytes(upgrade(path, headers).getBytes(StandardCharsets.ISO_8859_1));
            request.writeBytes(early);
            write(request.toByteArray());
            answer = head();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String upgrade(String path, String... headers) {
        var request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        request.append("Upgrade: websocket\r\nConnection: Upgrade\r\n");
        request.append("Sec-WebSocket-Version: 13\r\n");
        request.append("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        for (var header : headers) {
            request.append(header).append("\r\n");
        }
        return request.append("\r\n").toString();
    }

    private String head() throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }

    public void send(String text) {
        write(frame(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8)));
    }

    void send(byte[] bytes) {
        write(frame(FIN | BINARY, bytes));
    }

    /// Sends a masked frame with any first byte.
    void send(int first, byte[] payload) {
        write(frame(first, payload));
    }

    /// A masked frame.
    static byte[] frame(int first, byte[] payload) {
        var frame = new ByteArrayOutputStream();
        frame.write(first);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else if (payload.length < 65_536) {
            frame.write(0x80 | 126);
            frame.writeBytes(ByteBuffer.allocate(2).putShort((short) payload.length).array());
        } else {
            frame.write(0x80 | 127);
            frame.writeBytes(ByteBuffer.allocate(8).putLong(payload.length).array());
        }
        var mask = new byte[] {0x12, 0x34, 0x56, 0x78};
        frame.writeBytes(mask);
        for (var i = 0; i < payload.length; i++) {
            frame.write(payload[i] ^ mask[i & 3]);
        }
        return frame.toByteArray();
    }

    /// Sends bytes as they are.
    void write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The next frame.
    Frame next() {
        try {
            var first = in.readUnsignedByte();
            long length = in.readUnsignedByte();
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = in.readLong();
            }
            return new Frame(first, in.readNBytes((int) length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The text of the next frame, which must be text.
    public String text() {
        var frame = next();
        if (frame.opcode() != TEXT) {
            throw new AssertionError(frame.opcode() + " " + frame.text());
        }
        return frame.text();
    }

    /// The payload of the next frame, which must be binary.
    byte[] binary() {
        var frame = next();
        if (frame.opcode() != BINARY) {
            throw new AssertionError(frame.opcode() + " " + frame.text());
        }
        return frame.payload();
    }

    /// Reads until the server ends it; the code of its close frame, or 1006 if there was none.
    int closed() {
        try {
            while (true) {
                var frame = next();
                if (frame.opcode() == CLOSE) {
                    return frame.closeCode();
                }
            }
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof EOFException
                    || e.getCause() instanceof java.net.SocketException) {
                return 1006;
            }
            throw e;
        }
    }

    /// Stops reading for good, and lets the receive buffer fill.
    Socket connection() {
        return socket;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
