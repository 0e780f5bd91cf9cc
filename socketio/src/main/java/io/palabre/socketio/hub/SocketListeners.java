// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import io.palabre.socketio.Listener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the program wants to hear from one socket. Lists are never changed, so that they can be
/// told from any thread.
final class SocketListeners {
    private volatile Rules.@Nullable EventListeners byEvent;
    private volatile List<Listener> ofAll = List.of();
    private volatile List<Consumer<String>> ofEnd = List.of();

    synchronized void add(String event, Listener listener) {
        if (byEvent == null) {
            byEvent = new Rules.EventListeners();
        }
        byEvent.add(event, listener);
    }

    synchronized void addForAll(Listener listener) {
        ofAll = with(ofAll, listener);
    }

    synchronized void addForEnd(Consumer<String> listener) {
        ofEnd = with(ofEnd, listener);
    }

    private static <T> List<T> with(List<T> some, T more) {
        var all = new ArrayList<>(some);
        all.add(more);
        return List.copyOf(all);
    }

    /// Those who hear every event.
    List<Listener> ofAll() {
        return ofAll;
    }

    /// Those who hear events of that name.
    List<Listener> of(String event) {
        var own = byEvent;
        return own == null ? List.of() : own.of(event);
    }

    /// Those who hear that the socket has ended, and why.
    List<Consumer<String>> ofEnd() {
        return ofEnd;
    }
}
