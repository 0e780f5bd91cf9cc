// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import io.palabre.socketio.RecoveryStore.Saved;
import java.io.IOException;
import java.util.HashMap;
import java.util.Optional;

/// A client that asks for the socket it had, and is entitled to it.
///
/// @param offset of the last event it heard
record ComeBack(Saved saved, String offset) {
    private static final JsonFactory JSON = new JsonFactory();

    /// What the auth payload of a client asks for, if `memory` has it.
    static Optional<ComeBack> of(String authJson, Memory memory) {
        if (!authJson.contains("\"pid\"")) {
            return Optional.empty();
        }
        var texts = new HashMap<String, String>();
        try (var parser = JSON.createParser(authJson)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                if (parser.nextToken() == JsonToken.VALUE_STRING) {
                    texts.put(name, parser.getText());
                }
                parser.skipChildren();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        var pid = texts.get("pid");
        var offset = texts.get("offset");
        return pid == null || offset == null
                ? Optional.empty()
                : memory.take(pid).map(saved -> new ComeBack(saved, offset));
    }
}
