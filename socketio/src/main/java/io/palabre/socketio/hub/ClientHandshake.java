// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import io.palabre.socketio.Handshake;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What a client said when it opened the session and when it connected to the namespace.
record ClientHandshake(Opening opening, String namespace, String authJson) implements Handshake {

    @Override
    public Optional<String> header(String name) {
        return opening.header(name);
    }

    @Override
    public Map<String, String> headers() {
        return opening.headers();
    }

    @Override
    public Map<String, String> query() {
        return opening.query();
    }

    @Override
    public String remoteAddress() {
        return opening.remoteAddress();
    }

    @Override
    public boolean secure() {
        return opening.secure();
    }

    @Override
    public Instant openedAt() {
        return opening.openedAt();
    }
}
