// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import java.util.concurrent.Executor;

/// A thread that owns connections. Tasks given to it run in order, and only there are the rooms of
/// its sockets touched.
public interface Lane extends Executor {

    /// The place of this lane among all, from 0.
    int index();

    /// Listeners of one of its sockets begin to work: what they send may come soon. From any
    /// thread.
    void listenersBegin();

    /// Takes a [#listenersBegin] back. From any thread.
    void listenersEnd();
}
