// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

/// What a member may do in a group: administrators add, remove and rename, the one owner also
/// appoints them. The two members of a private conversation, or of one about a product, are plain
/// members.
public enum Role {
    OWNER,
    ADMIN,
    MEMBER
}
