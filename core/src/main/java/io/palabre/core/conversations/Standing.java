// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

/// How a message stands at the moment of a decision.
///
/// @param posted the event that sent it
/// @param content what it says now
public record Standing(Entry posted, Content content, boolean deleted, boolean pinned) {}
