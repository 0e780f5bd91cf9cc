// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.attachments;

import io.palabre.core.Refusal;
import io.palabre.core.attachments.Attachment;
import io.palabre.core.attachments.Blobs.Part;
import io.palabre.core.ids.AttachmentId;
import io.palabre.server.edge.Answer;
import io.palabre.server.edge.Bytes;
import io.palabre.server.edge.Request;
import io.palabre.server.media.Format;
import io.palabre.server.refusal.Refused;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Files on their way out, to those who may see them at this moment and to nobody else.
final class Serving {
    private static final int JPEG = 0xff;

    private final Shelf shelf;

    Serving(Shelf shelf) {
        this.shelf = shelf;
    }

    Answer original(Request request) {
        var attachment = find(request);
        boolean download = request.query("download").isPresent();
        boolean inline = !download && Format.isInline(attachment.type());
        var headers = new HashMap<String, String>();
        headers.put("Content-Type", type(attachment));
        headers.put("Content-Disposition", FileNames.disposition(inline, attachment.name()));
        headers.put("ETag", "\"%s\"".formatted(attachment.id()));
        return answer(request, attachment.id(), Part.ORIGINAL, headers);
    }

    private static String type(Attachment attachment) {
        var type = attachment.type();
        return type.startsWith("text/") ? type + "; charset=utf-8" : type;
    }

    Answer thumbnail(Request request) {
        var attachment = find(request);
        if (!attachment.look().thumbnail()) throw Refused.because(Refusal.NOT_FOUND);
        var headers = new HashMap<String, String>();
        headers.put("Content-Type", thumbnailType(attachment.id()));
        headers.put("Content-Disposition", FileNames.disposition(true, "thumbnail"));
        headers.put("ETag", "\"%s-thumbnail\"".formatted(attachment.id()));
        return answer(request, attachment.id(), Part.THUMBNAIL, headers);
    }

    private String thumbnailType(AttachmentId id) {
        try (var in = shelf.blobs().read(id, Part.THUMBNAIL, 0)) {
            return in.read() == JPEG ? "image/jpeg" : "image/png";
        } catch (IOException e) {
            throw Disk.failed(e);
        }
    }

    private Attachment find(Request request) {
        return AttachmentId.parse(request.parameter("attachmentId"))
                .flatMap(id -> shelf.attachments().visible(request.caller(), id))
                .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
    }

    private Answer answer(
            Request request, AttachmentId id, Part part, Map<String, String> headers) {
        headers.put("Accept-Ranges", "bytes");
        headers.put("Cache-Control", "private, no-cache");
        headers.put("Content-Security-Policy", "sandbox; default-src 'none'");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        var tag = headers.getOrDefault("ETag", "");
        if (request.header("If-None-Match").filter(known -> knows(known, tag)).isPresent()) {
            return new Answer(304, Bytes.none(headers), null);
        }
        long size = size(id, part);
        var span =
                request.header("Range")
                        .filter(_ -> request.header("If-Range").orElse(tag).equals(tag))
                        .map(range -> Span.of(range, size))
                        .orElse(Span.whole(size));
        if (span.partial()) headers.put("Content-Range", span.of(size));
        var bytes =
                new Bytes(span.length(), headers, () -> shelf.blobs().read(id, part, span.from()));
        return new Answer(span.partial() ? 206 : 200, bytes, null);
    }

    /// Whether a client has it already, by the tags that it names.
    private static boolean knows(String known, String tag) {
        return Stream.of(known.split(",", -1))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
    }

    private long size(AttachmentId id, Part part) {
        try {
            return shelf.blobs()
                    .size(id, part)
                    .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
        } catch (IOException e) {
            throw Disk.failed(e);
        }
    }
}
