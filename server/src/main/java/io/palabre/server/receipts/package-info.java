// SPDX-License-Identifier: Apache-2.0
/// How far messages have come: [ReceiptEvents] and [ReceiptRoutes] are how clients say and ask,
/// [Marks] stores what they say, a batch at a time, and [Notices] tells others, no oftener than the
/// core's pacing allows. Who is invisible or wants no receipts sends none.
@NullMarked
package io.palabre.server.receipts;

import org.jspecify.annotations.NullMarked;
