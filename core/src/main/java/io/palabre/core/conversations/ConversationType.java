// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

/// What kind of conversation it is.
public enum ConversationType {
    /// Of exactly two people, and the only one of these two.
    PRIVATE,
    /// Of 1 to 1,000 people who come and go.
    GROUP
}
