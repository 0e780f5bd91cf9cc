// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

/// One life of a node, from start to end.
///
/// @param epoch greater at every start of this node; the time of day in milliseconds will do while
///   it does not go back
public record Life(NodeId node, long epoch) {}
