// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.presence;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.presence.DeviceId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which sockets have a conversation on screen.
final class Lookers {
    private final Map<ConversationId, Set<DeviceId>> sockets = new HashMap<>();

    Set<DeviceId> at(ConversationId conversation) {
        return Set.copyOf(sockets.getOrDefault(conversation, Set.of()));
    }

    void add(ConversationId conversation, DeviceId socket) {
        sockets.computeIfAbsent(conversation, _ -> new HashSet<>(2)).add(socket);
    }

    void remove(ConversationId conversation, DeviceId socket) {
        sockets.computeIfPresent(
                conversation,
                (_, there) -> {
                    there.remove(socket);
                    return there.isEmpty() ? null : there;
                });
    }

    void clear() {
        sockets.clear();
    }
}
