// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A time, or `null` said aloud: never. What is not told at all is left out instead.
record When(@JsonValue @Nullable Instant at) {}
