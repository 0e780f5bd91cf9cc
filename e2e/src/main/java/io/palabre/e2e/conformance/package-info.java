// SPDX-License-Identifier: Apache-2.0
/// What the official Engine.IO and Socket.IO suites expect of a server: [Conformance] offers it.
@NullMarked
package io.palabre.e2e.conformance;

import org.jspecify.annotations.NullMarked;
