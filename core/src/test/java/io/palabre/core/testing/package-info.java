// SPDX-License-Identifier: Apache-2.0
/// What every implementation of the ports is tested with: the contract suites, one per port, and
/// the fakes in memory, which pass them too.
@NullMarked
package io.palabre.core.testing;

import org.jspecify.annotations.NullMarked;
