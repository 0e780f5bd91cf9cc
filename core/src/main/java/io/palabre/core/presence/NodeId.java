// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

/// Names a node of a cluster; the same after a restart.
public record NodeId(String name) implements Comparable<NodeId> {

    @Override
    public int compareTo(NodeId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
