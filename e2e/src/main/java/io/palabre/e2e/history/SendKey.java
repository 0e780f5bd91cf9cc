// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

/// One user action, whatever the number of attempts: the sender's id for it is unique for ever.
public record SendKey(String sender, String conversation, String cid) {}
