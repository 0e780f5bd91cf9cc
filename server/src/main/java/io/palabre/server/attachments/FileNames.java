// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.attachments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.text.Normalizer;

/// What files are called. A name is for people alone: nothing is stored under it.
final class FileNames {
    private static final int LONGEST = 120;
    private static final int LONGEST_ENDING = 12;
    private static final String NAMELESS = "file";

    private FileNames() {}

    /// A name that is safe to show and to save under: no folders, no control or direction
    /// characters, no dots or spaces at its ends, not too long, and never empty.
    static String safe(String name) {
        var composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        var last = composed.substring(lastSeparator(composed) + 1);
        var plain = last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\"*:<>?|]", "");
        var ends = plain.replaceAll("^[\\s.]+|[\\s.]+$", "");
        return ends.isEmpty() ? NAMELESS : shortened(ends);
    }

    private static int lastSeparator(String name) {
        return Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
    }

    /// Its ending stays, if it is one.
    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) return name;
        int dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        int kept = name.offsetByCodePoints(0, LONGEST - ending.length());
        return name.substring(0, kept) + ending;
    }

    /// The header that tells a browser what to do with a file, and what it is called (RFC 6266).
    static String disposition(boolean inline, String name) {
        var plain = name.replaceAll("[^ -~]", "_").replaceAll("[\"\\\\%]", "_");
        var encoded = URLEncoder.encode(name, UTF_8).replace("+", "%20").replace("*", "%2A");
        return "%s; filename=\"%s\"; filename*=UTF-8''%s"
                .formatted(inline ? "inline" : "attachment", plain, encoded);
    }
}
