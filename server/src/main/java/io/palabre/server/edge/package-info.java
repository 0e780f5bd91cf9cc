// SPDX-License-Identifier: Apache-2.0
/// What features see of the network, without any of it: a [Route] answers a [Request] with an
/// [Answer], in JSON or as [Bytes]; an [Event] answers what a socket said, and a [Client] is who
/// asks.
@NullMarked
package io.palabre.server.edge;

import org.jspecify.annotations.NullMarked;
