// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The session as a state machine: no sockets, no clock, every step by hand. Lines are those of
/// socketio/docs/protocol.md.
class EngineSessionTest {
    private final List<String> log = new ArrayList<>();
    private final Effects effects =
            new Effects() {
                @Override
                public void message(String text) {
                    log.add("message " + text);
                }

                @Override
                public void message(byte[] bytes) {
                    log.add("binary " + bytes.length);
                }

                @Override
                public void closed(String reason) {
                    log.add("closed: " + reason);
                }

                @Override
                public void gone() {
                    log.add("gone");
                }

                @Override
                public void flushSoon() {
                    log.add("flush soon");
                }

                @Override
                public void switchTo(Wire wire) {
                    log.add("switch");
                }

                @Override
                public void arm(Alarm alarm) {
                    log.add("arm " + alarm);
                }

                @Override
                public void disarm(Alarm alarm) {
                    log.add("disarm " + alarm);
                }
            };
    private final EngineSession session = new EngineSession(effects, new OutboundBounds(20, 3));

    private Poll poll() {
        return packets ->
                log.add(
                        "answer "
                                + new String(Payload.write(packets), UTF_8).replace('\u001e', '|'));
    }

    private final class LoggedWire implements Wire {
        @Override
        public boolean write(Encoded packet, boolean droppable) {
            return log.add("write " + new String(packet.text(), UTF_8));
        }

        @Override
        public void close(CloseCode code, String reason) {
            log.add("close " + code);
        }

        @Override
        public void drop() {
            log.add("drop");
        }
    }

    private List<String> happened() {
        var happened = List.copyOf(log);
        log.clear();
        return happened;
    }

    @Test
    void packets_wait_for_a_poll_and_leave_together() {
        happened();
        session.send(Encoded.of("4a"), false);
        session.send(Encoded.of("4b"), false);
        assertThat(happened()).isEmpty();
        assertThat(session.poll(poll())).isTrue();
        assertThat(happened()).containsExactly("answer 4a|4b");
    }

    @Test
    void too_many_packets_close_the_session() {
        happened();
        for (var i = 0; i < 4; i++) {
            session.send(Encoded.of("4x"), false);
        }
        assertThat(happened())
                .containsExactly("disarm PING", "closed: slow_consumer", "disarm CLOSING", "gone");
    }

    @Test
    void one_packet_larger_than_the_bound_is_fine() {
        assertThat(session.send(Encoded.of("4" + "x".repeat(100)), false)).isTrue();
        assertThat(session.open()).isTrue();
    }

    @Test
    void a_pong_sets_the_next_ping_and_only_one_does() {
        assertThat(happened()).containsExactly("arm PING");
        session.ring(Alarm.PING);
        assertThat(happened()).containsExactly("arm PONG");
        session.text("3");
        session.text("3");
        assertThat(happened()).containsExactly("arm PING");
    }

    @Test
    void the_switch_holds_what_is_sent_meanwhile() {
        happened();
        var wire = new LoggedWire();
        session.probe(wire);
        session.received(wire, "2probe");
        session.send(Encoded.of("4a"), false);
        session.received(wire, "5");
        session.send(Encoded.of("4b"), false);
        session.received(wire, "4c");
        session.switched();
        assertThat(happened())
                .containsExactly(
                        "arm UPGRADE",
                        "write 3probe",
                        "disarm UPGRADE",
                        "switch",
                        "message c",
                        "write 4a",
                        "write 4b");
    }

    @Test
    void line_24_a_session_closed_while_it_switches_does_not_come_back() {
        happened();
        var wire = new LoggedWire();
        session.probe(wire);
        session.received(wire, "2probe");
        session.received(wire, "5");
        session.close("enough", CloseCode.NORMAL);
        session.switched();
        assertThat(happened())
                .containsSubsequence(
                        "arm CLOSING", "closed: enough", "close NORMAL", "disarm CLOSING", "gone");
    }

    @Test
    void a_client_that_is_about_to_change_over_hears_of_the_end_where_it_changes_to() {
        happened();
        var wire = new LoggedWire();
        session.probe(wire);
        session.received(wire, "2probe");
        session.send(Encoded.of("4last"), false);
        session.close("enough", CloseCode.NORMAL);
        assertThat(happened()).doesNotContain("close NORMAL", "gone");
        session.received(wire, "5");
        session.switched();
        assertThat(happened()).containsSubsequence("switch", "write 4last", "close NORMAL", "gone");
    }

    @Test
    void a_client_that_does_not_change_over_after_all_hears_of_the_end_when_it_polls() {
        var wire = new LoggedWire();
        session.probe(wire);
        session.received(wire, "2probe");
        session.close("enough", CloseCode.NORMAL);
        happened();
        assertThat(session.poll(poll())).isTrue();
        assertThat(happened()).containsSubsequence("answer 1", "close NORMAL", "gone");
    }

    @Test
    void a_client_that_does_neither_is_waited_for_no_longer_than_the_time_to_close() {
        var wire = new LoggedWire();
        session.probe(wire);
        session.received(wire, "2probe");
        session.close("enough", CloseCode.NORMAL);
        happened();
        session.ring(Alarm.CLOSING);
        assertThat(happened()).containsSubsequence("close NORMAL", "gone");
    }

    @Test
    void nothing_is_heard_after_the_end() {
        session.text("1");
        happened();
        session.text("4late");
        session.binary(new byte[1]);
        session.ring(Alarm.PONG);
        assertThat(session.poll(poll())).isFalse();
        assertThat(session.send(Encoded.of("4x"), false)).isFalse();
        assertThat(happened()).isEmpty();
    }
}
