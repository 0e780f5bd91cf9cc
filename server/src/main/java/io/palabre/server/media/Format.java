// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.media;

import io.palabre.core.attachments.Attachment.Kind;
import java.util.Optional;

/// The kinds of files that are taken. What is in none of them is refused: programs, pictures whose
/// position cannot be taken out, whatever is unknown.
public enum Format {
    JPEG("image/jpeg", Kind.IMAGE, true),
    PNG("image/png", Kind.IMAGE, true),
    GIF("image/gif", Kind.IMAGE, true),
    WEBP("image/webp", Kind.IMAGE, true),
    MP4("video/mp4", Kind.VIDEO, true),
    QUICKTIME("video/quicktime", Kind.VIDEO, true),
    WEBM("video/webm", Kind.VIDEO, true),
    MATROSKA("video/x-matroska", Kind.VIDEO, false),
    MP3("audio/mpeg", Kind.AUDIO, true),
    M4A("audio/mp4", Kind.AUDIO, true),
    AAC("audio/aac", Kind.AUDIO, true),
    OGG("audio/ogg", Kind.AUDIO, true),
    WAV("audio/wav", Kind.AUDIO, true),
    FLAC("audio/flac", Kind.AUDIO, true),
    SPOKEN_MP4("audio/mp4", Kind.AUDIO, true),
    SPOKEN_WEBM("audio/webm", Kind.AUDIO, true),
    PDF("application/pdf", Kind.FILE, true),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Kind.FILE,
            false),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Kind.FILE, false),
    PPTX(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Kind.FILE,
            false),
    ODT("application/vnd.oasis.opendocument.text", Kind.FILE, false),
    ODS("application/vnd.oasis.opendocument.spreadsheet", Kind.FILE, false),
    ODP("application/vnd.oasis.opendocument.presentation", Kind.FILE, false),
    EPUB("application/epub+zip", Kind.FILE, false),
    DOC("application/msword", Kind.FILE, false),
    XLS("application/vnd.ms-excel", Kind.FILE, false),
    PPT("application/vnd.ms-powerpoint", Kind.FILE, false),
    RTF("application/rtf", Kind.FILE, false),
    ZIP("application/zip", Kind.FILE, false),
    GZIP("application/gzip", Kind.FILE, false),
    SEVEN_ZIP("application/x-7z-compressed", Kind.FILE, false),
    RAR("application/vnd.rar", Kind.FILE, false),
    TEXT("text/plain", Kind.FILE, false),
    /// HTML, SVG, XML: text that a browser might run, and that is never called anything else.
    MARKUP("application/octet-stream", Kind.FILE, false);

    private final String type;
    private final Kind kind;
    private final boolean inline;

    Format(String type, Kind kind, boolean inline) {
        this.type = type;
        this.kind = kind;
        this.inline = inline;
    }

    /// Its media type.
    public String type() {
        return type;
    }

    public Kind kind() {
        return kind;
    }

    /// Whether files of this media type may be shown where they are, instead of being saved.
    public static boolean isInline(String type) {
        for (var format : values()) {
            if (format.type.equals(type)) return format.inline;
        }
        return false;
    }

    /// The kind of a file; empty for one that is not taken.
    ///
    /// @param head its first [#HEAD] bytes, or all of it
    /// @param name what it is called: tells apart what has the same container
    public static Optional<Format> of(byte[] head, String name) {
        return Signatures.of(head, name);
    }

    /// As much of a file as is looked at.
    public static final int HEAD = 8 * 1024;

    /// The same as a recording of a voice: containers that also hold films.
    public Format spoken() {
        return switch (this) {
            case MP4 -> SPOKEN_MP4;
            case WEBM -> SPOKEN_WEBM;
            default -> this;
        };
    }

    /// Whether a file that is said to be of this media type can be of this kind: a picture, a
    /// sound, a film and a PDF cannot be said to be each other or anything else.
    public boolean agreesWith(String claimedType) {
        var claimed = family(claimedType);
        var own = kind == Kind.AUDIO ? "audio" : family(type);
        boolean recording = kind == Kind.VIDEO && claimed.equals("audio");
        return claimed.isEmpty() || claimed.equals(own) || recording;
    }

    private static String family(String type) {
        if (type.equals("image/svg+xml")) return "";
        if (type.startsWith("image/")) return "image";
        if (type.startsWith("audio/")) return "audio";
        if (type.startsWith("video/")) return "video";
        return type.equals("application/pdf") ? "pdf" : "";
    }
}
