// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.attachments;

import io.palabre.core.attachments.Attachment;
import io.palabre.core.attachments.Attachment.Kind;
import io.palabre.core.attachments.Attachment.Look;
import io.palabre.core.attachments.Blobs;
import io.palabre.core.attachments.Blobs.Part;
import io.palabre.core.attachments.Upload;
import io.palabre.core.ids.AttachmentId;
import io.palabre.server.media.BrokenMedia;
import io.palabre.server.media.Format;
import io.palabre.server.media.Media;
import io.palabre.server.media.Picture;
import io.palabre.server.media.Thumbnails;
import io.palabre.server.refusal.Problem;
import io.palabre.server.refusal.Refused;
import java.io.IOException;
import java.net.URLConnection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Makes of what has arrived what is kept: says by its bytes what it is, takes out what it tells of
/// its maker, and makes a small picture.
final class Intake {
    private final Blobs blobs;
    private final Thumbnails thumbnails;

    Intake(Blobs blobs, Thumbnails thumbnails) {
        this.blobs = blobs;
        this.thumbnails = thumbnails;
    }

    /// All of it has arrived. Nothing is known of it yet to anybody else.
    ///
    /// @param claimedType what the request says it is; null when it says nothing
    /// @throws Refused when it is not taken; its bytes are still there then
    Attachment take(AttachmentId id, Upload.Claim claim, @Nullable String claimedType) {
        try {
            var format = format(id, claim, claimedType);
            var picture = keep(id, format);
            var size = blobs.size(id, Part.ORIGINAL).orElseThrow();
            boolean small = picture.isPresent() && makeThumbnail(id, picture.get(), size);
            var look =
                    new Look(
                            picture.map(Picture::shownWidth).orElse(null),
                            picture.map(Picture::shownHeight).orElse(null),
                            claim.duration(),
                            small);
            return new Attachment(id, claim.name(), format.type(), kind(format, claim), size, look);
        } catch (BrokenMedia e) {
            throw Refused.because(Problem.BAD_MEDIA);
        } catch (IOException e) {
            throw Disk.failed(e);
        }
    }

    private Format format(AttachmentId id, Upload.Claim claim, @Nullable String claimedType)
            throws IOException {
        try (var in = blobs.unfinished(id)) {
            var found =
                    Format.of(in.readNBytes(Format.HEAD), claim.name())
                            .filter(format -> agrees(format, claimedType))
                            .filter(format -> agrees(format, byName(claim.name())))
                            .map(format -> claim.voice() ? format.spoken() : format);
            return found.orElseThrow(() -> Refused.because(Problem.UNSUPPORTED_TYPE));
        }
    }

    private static boolean agrees(Format format, @Nullable String type) {
        return type == null || format.agreesWith(type);
    }

    private static @Nullable String byName(String name) {
        return URLConnection.guessContentTypeFromName(name);
    }

    private static Kind kind(Format format, Upload.Claim claim) {
        return format.kind() == Kind.AUDIO && claim.voice() ? Kind.VOICE : format.kind();
    }

    private Optional<Picture> keep(AttachmentId id, Format format) throws IOException {
        if (!Media.isCleaned(format)) {
            blobs.finish(id, Part.ORIGINAL);
            return Optional.empty();
        }
        var picture = new AtomicReference<Optional<Picture>>(Optional.empty());
        try (var in = blobs.unfinished(id)) {
            blobs.put(id, Part.ORIGINAL, out -> picture.set(Media.clean(format, in, out)));
        }
        return picture.get();
    }

    private boolean makeThumbnail(AttachmentId id, Picture picture, long size) throws IOException {
        try (var in = blobs.read(id, Part.ORIGINAL, 0)) {
            var thumbnail = thumbnails.of(picture, size, in);
            if (thumbnail.isEmpty()) return false;
            blobs.put(id, Part.THUMBNAIL, thumbnail.get()::write);
            return true;
        }
    }
}
