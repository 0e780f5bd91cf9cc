// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.edge;

import io.palabre.core.ids.PersonId;
import io.palabre.server.wire.Json;
import java.io.InputStream;

/// The body of a request, read when it is needed.
public final class Body {
    private final byte[] bytes;
    private final InputStream stream;
    private final Json json;

    /// @param bytes not changed from now on
    public Body(byte[] bytes, Json json) {
        this(bytes, InputStream.nullInputStream(), json);
    }

    /// A body that is not read yet.
    public Body(InputStream stream, Json json) {
        this(new byte[0], stream, json);
    }

    private Body(byte[] bytes, InputStream stream, Json json) {
        this.bytes = bytes;
        this.stream = stream;
        this.json = json;
    }

    InputStream stream() {
        return stream;
    }

    /// Whether nothing was read before the route is called.
    public boolean isEmpty() {
        return bytes.length == 0;
    }

    <T> T read(Class<T> type) {
        return json.read(bytes, type);
    }

    /// @param own whose request it is
    <T> T read(Class<T> type, PersonId own) {
        return json.read(bytes, type, own.toString());
    }
}
