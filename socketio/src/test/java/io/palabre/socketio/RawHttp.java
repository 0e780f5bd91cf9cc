// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// One HTTP/1.1 connection, kept alive, that sends exactly what it is told.
public final class RawHttp implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    /// An answer.
    ///
    /// @param headers with lower-case names
    public record Reply(int status, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    public RawHttp(int port) {
        try {
            socket = new Socket("localhost", port);
            socket.setSoTimeout(10_000);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Reply get(String path, String... headers) {
        return request("GET", path, "", headers);
    }

    Reply post(String path, String body, String... headers) {
        return request("POST", path, body, headers);
    }

    Reply request(String method, String path, String body, String... headers) {
        send(method, path, body, headers);
        return reply();
    }

    /// Sends a request without waiting for the answer.
    void send(String method, String path, String body, String... headers) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder(method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\n");
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        if (bytes.length > 0) {
            head.append("Content-Length: ").append(bytes.length).append("\r\n");
        }
        write((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        write(bytes);
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

    /// The next answer.
    Reply reply() {
        return reply(true);
    }

    /// The next answer, to a HEAD request.
    Reply head() {
        return reply(false);
    }

    private Reply reply(boolean hasBody) {
        try {
            var status = Integer.parseInt(line().split(" ", 3)[1]);
            var headers = new LinkedHashMap<String, String>();
            for (var line = line(); !line.isEmpty(); line = line()) {
                var colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            var length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
            var body = in.readNBytes(!hasBody || status == 304 || status == 204 ? 0 : length);
            return new Reply(status, headers, new String(body, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether the server has closed the connection; waits for it.
    boolean ended() {
        try {
            return in.read() < 0;
        } catch (IOException e) {
            return true;
        }
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("connection ended");
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
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
