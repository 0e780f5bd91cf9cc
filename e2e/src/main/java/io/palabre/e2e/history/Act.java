// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

/// What an event of a conversation did, as the log finally holds it.
///
/// @param by who did it
public record Act(String conversation, long seq, String by, Deed deed) {}
