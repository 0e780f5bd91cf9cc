// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

/// A client that should end with a part of a conversation, complete, whatever it went through.
///
/// @param after the number it began with
/// @param to the last number it should have
public record Follower(String client, String conversation, long after, long to) {}
