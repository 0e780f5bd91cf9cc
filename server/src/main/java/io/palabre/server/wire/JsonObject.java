// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A JSON object whose fields are not ours to know; its numbers are those that others can read.
///
/// @param text as it is written, without spaces between
public record JsonObject(@JsonValue @JsonRawValue String text) {

    /// Reads one.
    static final class Reader extends StdDeserializer<JsonObject> {

        Reader() {
            super(JsonObject.class);
        }

        @Override
        public @Nullable JsonObject deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            JsonNode node = context.readTree(parser);
            return node instanceof ObjectNode && isFinite(node)
                    ? new JsonObject(node.toString())
                    : context.reportInputMismatch(JsonObject.class, "no object of plain values");
        }

        private static boolean isFinite(JsonNode node) {
            return node.isContainerNode()
                    ? node.valueStream().allMatch(Reader::isFinite)
                    : !node.isFloatingPointNumber() || Double.isFinite(node.doubleValue());
        }
    }
}
