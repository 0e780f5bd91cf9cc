// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.palabre.socketio.engine.Encoded;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassTest {
    private static final Encoded ONE = Encoded.of("41");
    private static final Encoded TWO = Encoded.of("42");
    private static final Encoded THREE = Encoded.of("43");

    private final Pass pass = new Pass();

    @Test
    void those_who_send_the_same_packets_share_one_piece_of_bytes() {
        var first = train(ONE, TWO);
        var second = train(ONE, TWO);

        assertThat(second.joined()).isSameAs(first.joined());
        assertThat(text(first.joined())).isEqualTo("\u0081\u000241\u0081\u000242");
        assertThat(first.size()).isEqualTo(first.joined().readableBytes());
        pass.end();
    }

    @Test
    void who_sends_something_of_its_own_between_shares_the_frames_but_not_the_piece() {
        var usual = train(ONE);
        var own = train(ONE, TWO);
        usual = pass.append(usual, THREE, Framing.PLAIN);
        own = pass.append(own, THREE, Framing.PLAIN);

        assertThat(text(usual.joined())).isEqualTo("\u0081\u000241\u0081\u000243");
        assertThat(text(own.joined())).isEqualTo("\u0081\u000241\u0081\u000242\u0081\u000243");
        assertThat(own.frames().getFirst()).isSameAs(usual.frames().getFirst());
        assertThat(own.frames().getLast()).isSameAs(usual.frames().getLast());
        pass.end();
    }

    @Test
    void a_frame_alone_is_not_copied() {
        var alone = train(ONE);

        assertThat(alone.joined()).isSameAs(alone.frames().getFirst());
        pass.end();
    }

    @Test
    void large_trains_are_not_copied_into_one_piece() {
        var large = Encoded.of("4" + "x".repeat(8 * 1024));

        assertThat(train(large).joinable()).isTrue();
        assertThat(train(ONE, TWO).joinable()).isTrue();
        assertThat(train(ONE, large).joinable()).isFalse();
        pass.end();
    }

    @Test
    void what_agreed_on_base64_is_another_frame() {
        var picture = Encoded.binary(new byte[] {1, 2, 3, 4});
        var plain = pass.append(pass.empty(), picture, Framing.PLAIN);
        var base64 = pass.append(pass.empty(), picture, Framing.BASE64);

        assertThat(text(plain.joined())).isEqualTo("\u0082\u0004\u0001\u0002\u0003\u0004");
        assertThat(text(base64.joined())).isEqualTo("\u0081\u0009bAQIDBA==");
        pass.end();
    }

    @Test
    void bytes_live_until_the_flushes_at_its_end_have_run() {
        var train = train(ONE, TWO);
        var joined = train.joined();
        var seen = new ArrayList<String>();
        pass.atEnd(() -> seen.add(text(joined)));
        pass.end();

        assertThat(seen).containsExactly("\u0081\u000241\u0081\u000242");
        assertThat(joined.refCnt()).isZero();
        assertThat(train.frames()).allMatch(frame -> frame.refCnt() == 0);
    }

    @Test
    void a_long_burst_keeps_its_order() {
        var packets = new ArrayList<Encoded>();
        for (var i = 0; i < 20_000; i++) {
            packets.add(Encoded.of("4" + i));
        }
        var frames = train(packets.toArray(Encoded[]::new)).frames();

        assertThat(frames.stream().map(frame -> text(frame).substring(3)))
                .isEqualTo(
                        packets.stream()
                                .map(
                                        p ->
                                                new String(
                                                        p.text(),
                                                        1,
                                                        p.text().length - 1,
                                                        StandardCharsets.UTF_8))
                                .toList());
        pass.end();
    }

    private Train train(Encoded... packets) {
        var train = pass.empty();
        for (var packet : List.of(packets)) {
            train = pass.append(train, packet, Framing.PLAIN);
        }
        return train;
    }

    private static String text(ByteBuf bytes) {
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
