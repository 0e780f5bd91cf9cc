// SPDX-License-Identifier: Apache-2.0
/// `./palabre bench --messages N`: [LargeData] writes that many messages into a folder through the
/// store's own code, [LargeReads] measures what people ask of it, and [Large] sets it beside the
/// same at ten thousand.
@NullMarked
package io.palabre.bench.large;

import org.jspecify.annotations.NullMarked;
