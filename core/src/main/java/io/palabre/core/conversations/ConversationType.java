// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

/// What kind of conversation it is.
public enum ConversationType {
    /// Of exactly two people, and the only one of these two.
    PRIVATE,
    /// Of 1 to 1,000 people who come and go.
    GROUP,
    /// A buyer and a seller about a product: one for the three of them.
    PRODUCT
}
