// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import static io.palabre.core.presence.Availability.AVAILABLE;
import static io.palabre.core.presence.Availability.AWAY;
import static io.palabre.core.presence.Availability.BUSY;
import static io.palabre.core.presence.Availability.IDLE;
import static io.palabre.core.presence.Availability.OFFLINE;
import static io.palabre.core.presence.Stage.ALICE;
import static io.palabre.core.presence.Stage.DESK;
import static io.palabre.core.presence.Stage.PHONE;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.people.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DevicesTest {

    private final Stage stage = Stage.oneNode();

    @Test
    void nobody_is_there_after_a_start() {
        assertThat(stage.shown(ALICE)).isEqualTo(OFFLINE);
        assertThat(stage.roster.online()).isEmpty();
        assertThat(stage.roster.nextDeadline()).isEmpty();
    }

    @Test
    void the_first_device_shows_a_person_at_once() {
        stage.open(ALICE, DESK, "a");
        assertThat(stage.shown(ALICE)).isEqualTo(AVAILABLE);
    }

    @Test
    void a_person_lingers_after_the_last_device_closed_and_then_goes() {
        stage.open(ALICE, DESK, "a");
        stage.close("a");
        stage.pass(ofMillis(1_799));
        assertThat(stage.shown(ALICE)).isEqualTo(AVAILABLE);
        stage.pass(ofMillis(1));
        assertThat(stage.shown(ALICE)).isEqualTo(OFFLINE);
    }

    @Test
    void one_device_of_two_may_close() {
        stage.open(ALICE, DESK, "a");
        stage.open(ALICE, PHONE, "b");
        stage.close("a");
        stage.pass(ofMinutes(1));
        assertThat(stage.shown(ALICE)).isEqualTo(AVAILABLE);
    }

    @Test
    void closing_twice_or_what_was_never_open_changes_nothing() {
        stage.open(ALICE, DESK, "a");
        stage.close("b");
        stage.close("a");
        stage.pass(ofSeconds(1));
        stage.close("a");
        stage.pass(ofMillis(800));
        assertThat(stage.shown(ALICE)).isEqualTo(OFFLINE);
    }

    @Test
    void logging_out_does_not_linger() {
        stage.open(ALICE, DESK, "a");
        stage.did(stage.roster.loggedOut(ALICE, DESK, stage.now()));
        assertThat(stage.shown(ALICE)).isEqualTo(OFFLINE);
    }

    @Test
    void logging_out_here_does_not_end_the_reload_there() {
        stage.open(ALICE, DESK, "a");
        stage.open(ALICE, PHONE, "b");
        stage.close("a");
        stage.did(stage.roster.loggedOut(ALICE, PHONE, stage.now()));
        assertThat(stage.shown(ALICE)).isEqualTo(AVAILABLE);
    }

    @Test
    void a_person_is_idle_once_no_device_was_active_for_five_minutes() {
        stage.open(ALICE, DESK, "a");
        stage.pass(ofMinutes(3));
        stage.open(ALICE, PHONE, "b");
        stage.pass(ofMinutes(4));
        assertThat(stage.shown(ALICE)).isEqualTo(AVAILABLE);
        stage.pass(ofMinutes(1));
        assertThat(stage.shown(ALICE)).isEqualTo(IDLE);
        assertThat(IDLE.status()).isEqualTo(Status.AWAY);
    }

    @Test
    void activity_ends_idleness() {
        stage.open(ALICE, DESK, "a");
        stage.pass(ofMinutes(6));
        stage.did(stage.roster.active(DeviceId.socket("a"), Duration.ZERO, stage.now()));
        assertThat(stage.shown(ALICE)).isEqualTo(AVAILABLE);
    }

    @Test
    void a_client_cannot_be_active_in_the_future_nor_before_it_came() {
        stage.open(ALICE, DESK, "a");
        var socket = DeviceId.socket("a");
        stage.did(stage.roster.active(socket, ofHours(-1), stage.now()));
        stage.did(stage.roster.active(socket, ofSeconds(Long.MAX_VALUE), stage.now()));
        assertThat(stage.shown(ALICE)).isEqualTo(AVAILABLE);
        stage.pass(ofMinutes(5));
        assertThat(stage.shown(ALICE)).isEqualTo(IDLE);
    }

    @Test
    void a_wish_is_above_activity_and_holds_on_every_device() {
        stage.open(ALICE, DESK, "a");
        stage.wish(ALICE, Status.BUSY);
        assertThat(stage.shown(ALICE)).isEqualTo(BUSY);
        stage.pass(ofMinutes(6));
        assertThat(stage.shown(ALICE)).isEqualTo(BUSY);
        stage.wish(ALICE, Status.AWAY);
        assertThat(stage.shown(ALICE)).isEqualTo(AWAY);
    }

    @Test
    void a_stored_wish_comes_with_the_first_device() {
        stage.open(ALICE, DESK, "a", new Wish(Status.BUSY, "in a meeting"));
        assertThat(stage.roster.presence(ALICE))
                .isEqualTo(Presence.online(BUSY, "in a meeting", false));
    }

    @Test
    void the_invisible_look_offline() {
        stage.open(ALICE, DESK, "a", new Wish(Status.INVISIBLE, "hush"));
        assertThat(stage.roster.presence(ALICE)).isEqualTo(Presence.OFFLINE);
        assertThat(stage.roster.online()).isEmpty();
        stage.wish(ALICE, Status.AVAILABLE);
        assertThat(stage.shown(ALICE)).isEqualTo(AVAILABLE);
    }

    @Test
    void only_phones_make_a_person_mobile() {
        var phone = new Device(DeviceId.socket("p"), ALICE, PHONE, Transport.POLLING, true);
        stage.did(stage.roster.connected(phone, Wish.NONE, stage.now()));
        assertThat(stage.roster.presence(ALICE).mobile()).isTrue();
        stage.open(ALICE, DESK, "a");
        assertThat(stage.roster.presence(ALICE).mobile()).isFalse();
    }

    @Test
    void a_heartbeat_counts_for_75_seconds() {
        stage.heartbeat(ALICE, DESK);
        stage.pass(ofSeconds(30));
        stage.heartbeat(ALICE, DESK);
        stage.pass(ofMillis(74_999));
        assertThat(stage.shown(ALICE)).isEqualTo(AVAILABLE);
        stage.pass(ofMillis(1));
        assertThat(stage.shown(ALICE)).isEqualTo(OFFLINE);
    }

    @Test
    void signing_in_counts_until_the_last_socket_of_the_session_goes() {
        stage.heartbeat(ALICE, DESK);
        stage.open(ALICE, DESK, "a");
        stage.open(ALICE, DESK, "b");
        stage.close("a");
        stage.pass(ofSeconds(10));
        assertThat(stage.shown(ALICE)).isEqualTo(AVAILABLE);
        stage.close("b");
        stage.pass(ofMillis(1_800));
        assertThat(stage.shown(ALICE)).isEqualTo(OFFLINE);
    }

    @Test
    void a_heartbeat_that_a_closing_tab_still_sent_is_no_ghost() {
        stage.open(ALICE, DESK, "a");
        stage.close("a");
        stage.heartbeat(ALICE, DESK);
        stage.pass(ofMillis(1_800));
        assertThat(stage.shown(ALICE)).isEqualTo(OFFLINE);
    }

    @Test
    void another_transport_is_the_same_device() {
        var polling = new Device(DeviceId.socket("a"), ALICE, DESK, Transport.POLLING, false);
        stage.did(stage.roster.connected(polling, Wish.NONE, stage.now()));
        stage.pass(ofSeconds(2));
        stage.open(ALICE, DESK, "a");
        var devices = stage.roster.explain(ALICE, stage.now()).devices();
        assertThat(devices).hasSize(1);
        assertThat(devices.getFirst().device().transport()).isEqualTo(Transport.WEBSOCKET);
        assertThat(devices.getFirst().age()).isEqualTo(ofSeconds(2));
    }

    @Test
    void dropping_all_forgets_sockets_and_leases_at_once_and_the_living_come_back() {
        stage.open(ALICE, DESK, "a");
        stage.heartbeat(ALICE, PHONE);
        stage.did(stage.roster.dropAll(stage.now()));
        assertThat(stage.all(Effect.CloseAll.class)).hasSize(1);
        assertThat(stage.shown(ALICE)).isEqualTo(OFFLINE);
        stage.close("a");
        stage.open(ALICE, DESK, "b");
        assertThat(stage.shown(ALICE)).isEqualTo(AVAILABLE);
    }
}
