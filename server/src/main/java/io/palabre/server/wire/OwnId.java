// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.util.Set;

/// Steps over what front ends of older servers say with everything: who they are. A request that
/// has no such field of its own may have one, if it holds the id of whoever sends it; another's is
/// refused like any unknown field.
final class OwnId extends DeserializationProblemHandler {
    private static final Set<String> NAMES = Set.of("userId", "senderId");

    private final String own;

    OwnId(String own) {
        this.own = own;
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object beanOrClass,
            String name)
            throws IOException {
        return NAMES.contains(name)
                && parser.currentToken() == JsonToken.VALUE_STRING
                && own.equals(parser.getText());
    }
}
