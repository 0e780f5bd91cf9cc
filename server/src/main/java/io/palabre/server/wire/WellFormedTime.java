// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/// Reads a moment as it is written: ISO-8601 in UTC.
final class WellFormedTime extends FromStringDeserializer<Instant> {
    private static final long serialVersionUID = 1;

    WellFormedTime() {
        super(Instant.class);
    }

    @Override
    protected Instant _deserialize(String text, DeserializationContext context) throws IOException {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw context.weirdStringException(text, Instant.class, "no time");
        }
    }
}
