// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import io.palabre.socketio.Admission;
import io.palabre.socketio.Authenticator;
import io.palabre.socketio.Listener;
import io.palabre.socketio.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// What the program wants to happen in a namespace: who may enter and who listens.
final class Rules {
    private static final Authenticator ANYONE = _ -> Admission.accept();

    final List<Consumer<Socket>> connectListeners = new CopyOnWriteArrayList<>();
    final List<BiConsumer<Socket, String>> disconnectListeners = new CopyOnWriteArrayList<>();
    final EventListeners eventListeners = new EventListeners();
    volatile Authenticator authenticator = ANYONE;

    /// Whether everybody may enter, so that nobody needs to be asked.
    boolean letsEveryoneIn() {
        return authenticator.equals(ANYONE);
    }

    /// Listeners by the name of the event. Each socket has some for as long as it lives: the map is
    /// made anew when one more comes, which is small, and read from any thread.
    static final class EventListeners {
        private volatile Map<String, List<Listener>> byName = Map.of();

        synchronized void add(String event, Listener listener) {
            var more = new HashMap<>(byName);
            more.merge(event, List.of(listener), EventListeners::joined);
            byName = Map.copyOf(more);
        }

        List<Listener> of(String event) {
            return byName.getOrDefault(event, List.of());
        }

        private static List<Listener> joined(List<Listener> some, List<Listener> more) {
            var all = new ArrayList<>(some);
            all.addAll(more);
            return List.copyOf(all);
        }
    }
}
