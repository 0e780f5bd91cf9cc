// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.types;

/// What a message of one type consists of.
sealed interface MessageType {

    /// Words, and whatever is attached.
    record Words() implements MessageType {}

    /// What is attached, and words if there are any.
    record Attached() implements MessageType {}

    /// An object that fits a schema, and words if there are any.
    record Holding(DataSchema schema) implements MessageType {}
}
