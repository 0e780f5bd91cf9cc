// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import io.palabre.core.attachments.Attachment;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `Attachment` in `openapi.yaml`.
///
/// @param duration in seconds
public record AttachmentShape(
        String id,
        String name,
        String type,
        String kind,
        long size,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Double duration,
        String url,
        @Nullable String thumbnailUrl) {
    private static final double MILLIS = 1_000;

    public static AttachmentShape of(Attachment attachment) {
        var look = attachment.look();
        var duration = look.duration();
        var url = "/api/attachments/" + attachment.id();
        return new AttachmentShape(
                attachment.id().toString(),
                attachment.name(),
                attachment.type(),
                attachment.kind().name().toLowerCase(Locale.ROOT),
                attachment.size(),
                look.width(),
                look.height(),
                duration == null ? null : duration.toMillis() / MILLIS,
                url,
                look.thumbnail() ? url + "/thumbnail" : null);
    }
}
