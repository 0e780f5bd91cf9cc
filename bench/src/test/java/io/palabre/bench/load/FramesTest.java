// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {

    private final List<String> heard = new ArrayList<>();
    private final FrameReader.Sink sink =
            new FrameReader.Sink() {
                @Override
                public void text(ByteBuf bytes, int start, int end) {
                    heard.add(bytes.toString(start, end - start, UTF_8));
                }

                @Override
                public void ping(byte[] payload) {
                    heard.add("ping " + new String(payload, UTF_8));
                }

                @Override
                public void close(String why) {
                    heard.add("close " + why);
                }
            };

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000, 1_000_000})
    void frames_are_found_wherever_the_bytes_are_cut(int piece) {
        ByteBuf all = Unpooled.buffer();
        List<String> said =
                List.of("", "short", "m".repeat(126), "x".repeat(70_000), "the last one");
        said.forEach(text -> serverText(all, text));
        FrameReader reader = new FrameReader();

        while (all.isReadable()) {
            reader.read(all.readBytes(Math.min(piece, all.readableBytes())), sink);
        }

        assertThat(heard).isEqualTo(said);
    }

    @Test
    void control_frames_are_told_apart() {
        ByteBuf bytes = Unpooled.buffer();
        bytes.writeBytes(new byte[] {(byte) 0x89, 2, 'h', 'i'});
        bytes.writeBytes(new byte[] {(byte) 0x88, 2, 0x03, (byte) 0xE9});
        bytes.writeBytes(new byte[] {(byte) 0x82, 1, 0});

        new FrameReader().read(bytes, sink);

        assertThat(heard)
                .containsExactly("ping hi", "close code 1001", "close unexpected frame 0x82");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 125, 126, 200, 65_535, 65_536, 70_001})
    void what_a_client_writes_is_read_by_a_server_that_insists_on_masks(int length) {
        EmbeddedChannel server =
                new EmbeddedChannel(
                        new WebSocket13FrameDecoder(
                                WebSocketDecoderConfig.newBuilder()
                                        .maxFramePayloadLength(1 << 20)
                                        .expectMaskedFrames(true)
                                        .build()));
        String text = "é~".repeat(length).substring(0, length);

        server.writeInbound(
                ClientFrames.text(UnpooledByteBufAllocator.DEFAULT, text.getBytes(UTF_8)));

        TextWebSocketFrame frame = server.readInbound();
        assertThat(frame.text()).isEqualTo(text);
        frame.release();
    }

    private static void serverText(ByteBuf out, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeByte(0x81);
        if (bytes.length < 126) out.writeByte(bytes.length);
        else if (bytes.length < 65_536) out.writeByte(126).writeShort(bytes.length);
        else out.writeByte(127).writeLong(bytes.length);
        out.writeBytes(bytes);
    }
}
