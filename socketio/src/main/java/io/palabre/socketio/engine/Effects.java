// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.engine;

/// What a session does to the world around it.
public interface Effects {

    /// The client sent a message.
    void message(String text);

    /// The client sent a binary message.
    void message(byte[] bytes);

    /// No message comes or goes any more. Called once.
    ///
    /// @param reason one of [io.palabre.socketio.DisconnectReason] or the program's own
    void closed(String reason);

    /// Nothing is left to do for this session. Called once, after [#closed].
    void gone();

    /// Asks for [EngineSession#flush] at the end of this pass.
    void flushSoon();

    /// Moves the session to where `wire` lives, then calls [EngineSession#switched].
    void switchTo(Wire wire);

    /// Asks for [EngineSession#ring] after the time that goes with the alarm.
    void arm(Alarm alarm);

    /// Takes an [#arm] back.
    void disarm(Alarm alarm);
}
