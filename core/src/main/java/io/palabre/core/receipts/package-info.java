// SPDX-License-Identifier: Apache-2.0
/// How far messages have come. [io.palabre.core.receipts.Receipts] keeps up to where each member's
/// devices have got them, and tells of one message whom it reached;
/// [io.palabre.core.receipts.Pacing] decides how often others hear of it.
@NullMarked
package io.palabre.core.receipts;

import org.jspecify.annotations.NullMarked;
