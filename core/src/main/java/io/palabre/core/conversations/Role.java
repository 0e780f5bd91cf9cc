// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

/// What a member may do in a group: an owner adds, removes and renames. The two members of a
/// private conversation are plain members.
public enum Role {
    OWNER,
    MEMBER
}
