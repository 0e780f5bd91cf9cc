// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

/// Hears about exceptions that left a program's listeners.
@FunctionalInterface
public interface FaultListener {

    /// Called on the thread that ran the listener.
    ///
    /// @param where the namespace, the socket id and the event that was being handled, for a log
    ///   line
    /// @param fault what was thrown
    void fault(String where, Throwable fault);
}
