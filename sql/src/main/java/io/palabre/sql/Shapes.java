// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fields of stored events, one record per kind and version. A record here only grows, by what
/// may be missing in what was stored before; another shape is another version.
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface Shapes {

    record Created1(
            String type,
            @Nullable String title,
            List<String> members,
            @Nullable String clientId,
            @Nullable String product)
            implements Shapes {}

    record Posted1(
            String clientId,
            String type,
            String text,
            @Nullable Long replyTo,
            @Nullable List<String> mentions,
            @Nullable String data,
            @Nullable String forwardedOf,
            @Nullable List<Attached1> attachments)
            implements Shapes {}

    record Attached1(
            String id,
            String name,
            String type,
            String kind,
            long size,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Long millis,
            boolean thumbnail)
            implements Shapes {}

    record Edited1(long message, String text, @Nullable List<String> mentions) implements Shapes {}

    record Deleted1(long message) implements Shapes {}

    record Reacted1(long message, String emoji) implements Shapes {}

    record Unreacted1(long message, String emoji) implements Shapes {}

    record Pinned1(long message) implements Shapes {}

    record Unpinned1(long message) implements Shapes {}

    record MembersAdded1(List<String> members) implements Shapes {}

    record MemberRemoved1(String member) implements Shapes {}

    record MemberLeft1(@Nullable String newOwner) implements Shapes {}

    record Renamed1(String title) implements Shapes {}

    record PictureChanged1(@Nullable String avatarUrl) implements Shapes {}

    record RoleChanged1(String member, String role) implements Shapes {}

    record AddedTo1(String conversation, long seq) implements Shapes {}

    record RemovedFrom1(String conversation, long seq) implements Shapes {}

    record Arranged1(
            String conversation,
            boolean pinned,
            @Nullable Long mutedUntil,
            boolean archived,
            boolean markedUnread,
            String draft,
            long clearedSeq,
            @Nullable Boolean movesTotal)
            implements Shapes {}

    record Cleared1(String conversation, long seq, long ord) implements Shapes {}

    record Blocked1(String person) implements Shapes {}

    record Unblocked1(String person) implements Shapes {}

    record Hidden1(String conversation, long seq) implements Shapes {}

    record OwnRead1(String conversation, long ord, long seq) implements Shapes {}
}
