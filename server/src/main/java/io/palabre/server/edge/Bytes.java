// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.edge;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/// The body of an answer that is no JSON.
///
/// @param length how many bytes there are
/// @param headers what else the answer says; these win over what every answer says
/// @param source where the bytes come from; not asked when nobody wants them
public record Bytes(long length, Map<String, String> headers, Source source) {

    public Bytes {
        headers = Map.copyOf(headers);
    }

    /// Opens the bytes; at least as many as were promised come.
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /// Headers alone.
    public static Bytes none(Map<String, String> headers) {
        return new Bytes(0, headers, InputStream::nullInputStream);
    }
}
