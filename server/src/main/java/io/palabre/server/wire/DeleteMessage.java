// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// `DeleteMessage` in `openapi.yaml`.
///
/// @param whom `all` or `me`: for whom it goes
public record DeleteMessage(String messageId, @JsonProperty("for") @Nullable String whom) {}
