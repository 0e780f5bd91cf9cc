// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import java.util.List;

/// What nodes say to each other about presence. A bus may lose, repeat and reorder bulletins; it
/// carries them to all nodes, the sender too.
public sealed interface Bulletin {

    /// Who says it.
    NodeId node();

    /// One person of this node is seen otherwise.
    ///
    /// @param epoch the life of the node; a later life has a greater number
    /// @param n numbers the changes of one life from 1, without gaps
    record Delta(NodeId node, long epoch, long n, Sighting sighting) implements Bulletin {}

    /// The node is there.
    ///
    /// @param n the number of its last change, 0 before the first
    record Beat(NodeId node, long epoch, long n) implements Bulletin {}

    /// Wants a snapshot of another node.
    record Ask(NodeId node, NodeId of) implements Bulletin {}

    /// A part of everyone who is seen online at this node.
    ///
    /// @param n the last change that it contains
    record Snapshot(NodeId node, long epoch, long n, Part part) implements Bulletin {}

    /// A snapshot is cut where it is long.
    ///
    /// @param index counts from 0
    /// @param of how many parts there are, at least one
    record Part(int index, int of, List<Sighting> online) {}
}
