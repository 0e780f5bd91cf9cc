// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import io.palabre.socketio.engine.Alarm;

/// Who talks with a client over a [Link]. Called only on the lane of that link.
public interface Peer {

    /// The connection is open.
    void begin();

    /// The client sent a message.
    void message(String text);

    /// The client sent a binary message.
    void message(byte[] bytes);

    /// Nothing comes or goes any more. Called once.
    void closed(String reason);

    /// The time of an alarm has come.
    void ring(Alarm alarm);

    /// The connection changes lanes. Called inside [Lanes#move].
    void move(Lane from, Lane to);
}
