// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import io.palabre.core.inbox.Conversation;
import java.time.Instant;
import java.util.Locale;

/// `Me` in `openapi.yaml`: the membership of the one who looks.
public record MeShape(String role, long readOrd, long unreadCount, Instant joinedAt) {

    public static MeShape of(Conversation conversation) {
        var me = conversation.me();
        return new MeShape(
                me.role().name().toLowerCase(Locale.ROOT),
                me.readOrd(),
                conversation.unread(),
                me.joinedAt());
    }
}
