// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// In front of a server that says again what it hears.
class FaultProxyTest {
    private ServerSocket echo;
    private FaultProxy proxy;
    private Socket client;

    @BeforeEach
    void open() throws IOException {
        echo = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        proxy = new FaultProxy(echo.getLocalPort());
        client = connect();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        proxy.close();
        echo.close();
    }

    @Test
    void it_carries_both_ways() throws IOException {
        assertThat(echoed("hello")).isEqualTo("hello");
    }

    @Test
    void what_is_swallowed_does_not_arrive_and_whoever_was_robbed_is_cut_when_it_ends()
            throws IOException {
        proxy.toClient().swallow();
        assertThatThrownBy(() -> echoed("lost")).isInstanceOf(SocketTimeoutException.class);
        proxy.heal();
        assertThatThrownBy(() -> echoed("again")).isInstanceOf(IOException.class);
        client = connect();
        assertThat(echoed("anew")).isEqualTo("anew");
    }

    @Test
    void what_is_stalled_arrives_when_it_ends() throws IOException {
        assertThat(echoed("one")).isEqualTo("one");
        proxy.toServer().stall();
        // what the pump had begun to wait for is carried, what comes behind it is held up
        say("ab");
        say("cd");
        proxy.heal();
        assertThat(hear(4)).isEqualTo("abcd");
    }

    @Test
    void a_cut_after_some_bytes_lets_these_pass_and_no_more() throws IOException {
        proxy.toClient().cutAfter(3);
        say("hello");
        assertThat(hear(3)).isEqualTo("hel");
        assertThatThrownBy(() -> hear(1)).isInstanceOf(IOException.class);
    }

    @Test
    void a_reset_is_felt_at_once() throws IOException {
        assertThat(echoed("hello")).isEqualTo("hello");
        proxy.cutAll();
        assertThatThrownBy(() -> echoed("gone")).isInstanceOf(IOException.class);
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), proxy.url().getPort());
        socket.setSoTimeout(1_000);
        return socket;
    }

    private String echoed(String words) throws IOException {
        say(words);
        return hear(words.length());
    }

    private void say(String words) throws IOException {
        client.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
    }

    private String hear(int length) throws IOException {
        var bytes = client.getInputStream().readNBytes(length);
        if (bytes.length < length) throw new IOException("the end");
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                var heard = echo.accept();
                Thread.ofVirtual().start(() -> repeat(heard));
            } catch (IOException _) {
                // closed
            }
        }
    }

    private static void repeat(Socket heard) {
        try (heard) {
            heard.getInputStream().transferTo(heard.getOutputStream());
        } catch (IOException _) {
            // cut
        }
    }
}
