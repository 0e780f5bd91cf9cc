// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import io.palabre.socketio.ClusterBus;
import io.palabre.socketio.ClusterBus.Relayed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where broadcasts leave for other nodes, if there are any.
final class Relay {
    private volatile @Nullable ClusterBus bus;

    void over(ClusterBus bus) {
        this.bus = bus;
    }

    void publish(
            String namespace,
            Audience audience,
            CharSequence json,
            List<byte[]> attachments,
            boolean droppable) {
        var others = bus;
        if (others != null) {
            others.publish(
                    new Relayed(
                            namespace,
                            audience.rooms(),
                            audience.except(),
                            json.toString(),
                            attachments,
                            droppable));
        }
    }
}
