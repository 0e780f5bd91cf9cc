// SPDX-License-Identifier: Apache-2.0
/// Finding what was said, over REST.
@NullMarked
package io.palabre.server.search;

import org.jspecify.annotations.NullMarked;
