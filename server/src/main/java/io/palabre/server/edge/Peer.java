// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.edge;

import org.jspecify.annotations.Nullable;

/// The other end of a request.
///
/// @param address the IP address, or what a trusted proxy said
/// @param device how it calls itself, its `User-Agent`
public record Peer(String address, @Nullable String device) {}
