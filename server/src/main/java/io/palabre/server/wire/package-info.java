// SPDX-License-Identifier: Apache-2.0
/// JSON in and out, and the only place that knows the JSON library. [Json] reads strictly (unknown
/// fields, broken text and excesses are refused by name and place) and writes; the `…Shape` records
/// are what `openapi.yaml` calls User, Conversation, Message.
@NullMarked
package io.palabre.server.wire;

import org.jspecify.annotations.NullMarked;
