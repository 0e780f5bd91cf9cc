// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

/// How far a person has read a conversation.
///
/// @param readOrd the last message that was read
/// @param unread how many after it
public record ReadState(String person, String conversation, long readOrd, long unread) {}
