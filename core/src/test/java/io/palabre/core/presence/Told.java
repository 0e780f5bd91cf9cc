// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

/// What one connection of a node was shown of one person, for how long.
record Told(int node, String connection, int person, Availability shown, Span span) {}
