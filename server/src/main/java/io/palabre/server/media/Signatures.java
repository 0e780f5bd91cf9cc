// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The first bytes by which files are known.
final class Signatures {
    private static final int SHORTEST = 12;
    private static final int MARKED_WITHIN = 64;

    private static final Map<String, Format> STARTS =
            Map.ofEntries(
                    Map.entry("\u00ff\u00d8\u00ff", Format.JPEG),
                    Map.entry("\u0089PNG\r\n\u001a\n", Format.PNG),
                    Map.entry("GIF87a", Format.GIF),
                    Map.entry("GIF89a", Format.GIF),
                    Map.entry("ID3", Format.MP3),
                    Map.entry("\u00ff\u00fb", Format.MP3),
                    Map.entry("\u00ff\u00fa", Format.MP3),
                    Map.entry("\u00ff\u00f3", Format.MP3),
                    Map.entry("\u00ff\u00f2", Format.MP3),
                    Map.entry("\u00ff\u00f1", Format.AAC),
                    Map.entry("\u00ff\u00f9", Format.AAC),
                    Map.entry("OggS", Format.OGG),
                    Map.entry("fLaC", Format.FLAC),
                    Map.entry("%PDF-", Format.PDF),
                    Map.entry("{\\rtf", Format.RTF),
                    Map.entry("\u001f\u008b", Format.GZIP),
                    Map.entry("7z\u00bc\u00af'\u001c", Format.SEVEN_ZIP),
                    Map.entry("Rar!\u001a\u0007", Format.RAR));

    private static final Map<String, Format> IN_ZIP =
            Map.of(
                    "docx", Format.DOCX,
                    "xlsx", Format.XLSX,
                    "pptx", Format.PPTX,
                    "odt", Format.ODT,
                    "ods", Format.ODS,
                    "odp", Format.ODP,
                    "epub", Format.EPUB);

    private static final Map<String, Format> IN_COMPOUND =
            Map.of("doc", Format.DOC, "xls", Format.XLS, "ppt", Format.PPT);

    private static final Set<String> FILM_BRANDS =
            Set.of(
                    "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "mp41",
                    "mp42", "mp71", "avc1", "M4V ", "M4VH", "M4VP", "dash", "MSNV", "3gp4", "3gp5",
                    "3gp6", "3gp7", "3g2a", "f4v ", "mmp4", "iphE");

    private Signatures() {}

    static Optional<Format> of(byte[] head, String name) {
        var start = new String(head, 0, Math.min(head.length, MARKED_WITHIN), ISO_8859_1);
        return known(start).or(() -> container(start, extension(name))).or(() -> text(head));
    }

    private static Optional<Format> known(String start) {
        return STARTS.entrySet().stream()
                .filter(entry -> start.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Optional<Format> container(String start, String extension) {
        if (start.startsWith("PK\u0003\u0004")) {
            return Optional.of(IN_ZIP.getOrDefault(extension, Format.ZIP));
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return Optional.ofNullable(IN_COMPOUND.get(extension));
        }
        if (start.startsWith("\u001aE\u00df\u00a3")) {
            return Optional.of(start.contains("webm") ? Format.WEBM : Format.MATROSKA);
        }
        return start.length() < SHORTEST ? Optional.empty() : branded(start);
    }

    private static Optional<Format> branded(String start) {
        var brand = start.substring(8, SHORTEST);
        if (start.startsWith("RIFF")) {
            return switch (brand) {
                case "WEBP" -> Optional.of(Format.WEBP);
                case "WAVE" -> Optional.of(Format.WAV);
                default -> Optional.empty();
            };
        }
        if (!start.startsWith("ftyp", 4)) return Optional.empty();
        if (brand.equals("qt  ")) return Optional.of(Format.QUICKTIME);
        if (brand.startsWith("M4A")) return Optional.of(Format.M4A);
        return FILM_BRANDS.contains(brand) ? Optional.of(Format.MP4) : Optional.empty();
    }

    /// UTF-8 without control characters; a character that is cut off at the end is nobody's fault.
    private static Optional<Format> text(byte[] head) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var characters = CharBuffer.allocate(head.length);
        var result = decoder.decode(ByteBuffer.wrap(head), characters, head.length < Format.HEAD);
        var text = characters.flip().toString();
        if (result.isError() || text.isEmpty() || text.chars().anyMatch(Signatures::isBinary)) {
            return Optional.empty();
        }
        var isMarkup = text.replace("\ufeff", "").stripLeading().startsWith("<");
        return Optional.of(isMarkup ? Format.MARKUP : Format.TEXT);
    }

    private static boolean isBinary(int character) {
        return character < ' ' && "\t\n\r\f\u001b".indexOf(character) < 0;
    }

    static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
