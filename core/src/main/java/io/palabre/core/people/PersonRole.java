// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.people;

/// What a person may do beyond their own conversations.
public enum PersonRole {
    USER,
    MODERATOR,
    ADMIN
}
