// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionTest {

    private static final String SWITCHED = "HTTP/1.1 101 Switching Protocols\r\n\r\n";

    private final List<String> heard = new ArrayList<>();
    private final Traffic traffic =
            new Traffic() {
                @Override
                public void ready(Connection connection) {
                    heard.add("ready");
                }

                @Override
                public void event(Connection connection, ByteBuf bytes, int start, int end) {
                    heard.add("event " + bytes.toString(start, end - start, UTF_8));
                }

                @Override
                public void answer(Connection connection, ByteBuf bytes, int start, int end) {
                    heard.add("answer " + bytes.toString(start, end - start, UTF_8));
                }

                @Override
                public void lost(Connection connection, String why) {
                    heard.add("lost: " + why);
                }
            };

    @Test
    void a_socket_io_client_connects_and_hears_also_what_comes_with_the_upgrade() {
        EmbeddedChannel channel = open(new Dialect.SocketIo(n -> "{\"n\":" + n + "}"));

        receive(channel, SWITCHED + frame("0{}"));
        assertThat(written(channel)).isEqualTo("40{\"n\":3}");

        receive(channel, frame("40{\"sid\":\"x\"}") + frame("42[\"said\"]") + frame("437[1]"));
        assertThat(heard).containsExactly("ready", "event [\"said\"]", "answer 7[1]");
    }

    @Test
    void a_heartbeat_is_answered() {
        EmbeddedChannel channel = open(new Dialect.SocketIo());
        receive(channel, SWITCHED + frame("2"));

        assertThat(written(channel)).isEqualTo("3");
    }

    @Test
    void a_refused_upgrade_a_refused_connect_and_an_end_are_losses() {
        receive(open(new Dialect.Raw()), "HTTP/1.1 400 Bad Request\r\n\r\n");
        receive(open(new Dialect.SocketIo()), SWITCHED + frame("44{\"message\":\"no\"}"));
        EmbeddedChannel ended = open(new Dialect.Raw());
        receive(ended, SWITCHED);
        var _ = ended.close();

        assertThat(heard)
                .containsExactly(
                        "lost: upgrade refused: HTTP/1.1 400 Bad Request",
                        "lost: refused: 4{\"message\":\"no\"}",
                        "ready",
                        "lost: connection closed by the server");
    }

    @Test
    void what_we_close_ourselves_is_no_loss() {
        Connection connection = new Connection(0, new Target(1, new Dialect.Raw()), traffic);
        EmbeddedChannel channel = new EmbeddedChannel(connection);
        connection.close();
        channel.runPendingTasks();

        assertThat(heard).isEmpty();
    }

    private EmbeddedChannel open(Dialect dialect) {
        EmbeddedChannel channel =
                new EmbeddedChannel(new Connection(3, new Target(1, dialect), traffic));
        ByteBuf request = channel.readOutbound();
        assertThat(request.toString(UTF_8)).startsWith("GET " + dialect.path() + " HTTP/1.1\r\n");
        request.release();
        return channel;
    }

    private static void receive(EmbeddedChannel channel, String bytes) {
        channel.writeInbound(Unpooled.copiedBuffer(bytes, ISO_8859_1));
    }

    private static String frame(String text) {
        return "\u0081" + (char) text.length() + text;
    }

    /// The payload of the one small masked frame that was written.
    private static String written(EmbeddedChannel channel) {
        ByteBuf frame = channel.readOutbound();
        int length = frame.skipBytes(1).readUnsignedByte() & 0x7F;
        byte[] key = new byte[4];
        frame.readBytes(key);
        byte[] payload = new byte[length];
        frame.readBytes(payload).release();
        for (int i = 0; i < length; i++) payload[i] ^= key[i % 4];
        return new String(payload, UTF_8);
    }
}
