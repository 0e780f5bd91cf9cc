// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

/// A number of a conversation.
record Place(String conversation, long seq) {
    static Place of(Entry entry) {
        return new Place(entry.conversation(), entry.seq());
    }
}
