// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.edge;

import io.palabre.server.wire.Json;

/// The body of a request, read when it is needed.
public final class Body {
    private final byte[] bytes;
    private final Json json;

    /// @param bytes not changed from now on
    public Body(byte[] bytes, Json json) {
        this.bytes = bytes;
        this.json = json;
    }

    boolean isEmpty() {
        return bytes.length == 0;
    }

    <T> T read(Class<T> type) {
        return json.read(bytes, type);
    }
}
