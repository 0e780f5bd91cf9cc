// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A moment in a request, where null says something else than nothing at all: that there is none.
///
/// @param moment the beginning of time for null
public record Until(Instant moment) {
    private static final Until NEVER = new Until(Instant.EPOCH);
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    /// Reads one.
    static final class Reader extends StdScalarDeserializer<Until> {

        Reader() {
            super(Until.class);
        }

        @Override
        public Until deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            try {
                var moment = Instant.parse(parser.getText());
                if (!moment.isAfter(LATEST)) return new Until(moment);
            } catch (DateTimeException _) {
                // said below
            }
            return context.reportInputMismatch(Until.class, "not a time");
        }

        @Override
        public Until getNullValue(DeserializationContext context) {
            return NEVER;
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }
    }
}
