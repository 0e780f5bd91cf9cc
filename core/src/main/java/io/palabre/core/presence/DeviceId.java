// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import io.palabre.core.ids.SessionId;

/// Names what keeps a person online: a socket of this node, or the lease of a session.
public record DeviceId(String text) {

    public static DeviceId socket(String id) {
        return new DeviceId("socket:" + id);
    }

    public static DeviceId lease(SessionId session) {
        return new DeviceId("lease:" + session);
    }

    @Override
    public String toString() {
        return text;
    }
}
