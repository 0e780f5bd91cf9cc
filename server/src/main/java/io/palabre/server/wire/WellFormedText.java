// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Text that is Unicode: no half of a surrogate pair, no NUL.
final class WellFormedText extends StdScalarDeserializer<String> {

    WellFormedText() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        var text = StringDeserializer.instance.deserialize(parser, context);
        if (text != null && !isWellFormed(text)) {
            context.reportInputMismatch(String.class, "not well-formed Unicode");
        }
        return text;
    }

    private static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
    }
}
