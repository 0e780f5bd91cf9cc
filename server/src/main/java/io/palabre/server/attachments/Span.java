// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.attachments;

import io.palabre.server.refusal.Refused;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which bytes of a file somebody wants.
///
/// @param partial whether they asked for a part
record Span(long from, long length, boolean partial) {
    private static final Pattern ONE = Pattern.compile("(?i:bytes)=(\\d{0,18})-(\\d{0,18})");
    private static final Pattern MANY = Pattern.compile("(?i:bytes)=[\\d\\s,-]+");
    private static final Pattern BYTES = Pattern.compile("(?i:bytes)=.*");

    static Span whole(long size) {
        return new Span(0, size, false);
    }

    /// What a `Range` header asks for. Of several ranges none is honoured, nor one of something
    /// else than bytes: all of it comes.
    ///
    /// @throws Refused when there are no such bytes, or it is no range at all
    static Span of(String range, long size) {
        var one = ONE.matcher(range.strip());
        if (!one.matches()) {
            boolean several = MANY.matcher(range.strip()).matches();
            if (several || !BYTES.matcher(range.strip()).matches()) return whole(size);
            throw Refused.beyond(size);
        }
        return one.group(1).isEmpty() ? last(one.group(2), size) : between(one, size);
    }

    private static Span last(String count, long size) {
        long wanted = count.isEmpty() ? 0 : Math.min(size, Long.parseLong(count));
        if (wanted == 0) throw Refused.beyond(size);
        return new Span(size - wanted, wanted, true);
    }

    private static Span between(Matcher one, long size) {
        long from = Long.parseLong(one.group(1));
        long to = one.group(2).isEmpty() ? size - 1 : Long.parseLong(one.group(2));
        if (from >= size || to < from) throw Refused.beyond(size);
        return new Span(from, Math.min(to, size - 1) - from + 1, true);
    }

    /// As `Content-Range` says it.
    String of(long size) {
        return "bytes %d-%d/%d".formatted(from, from + length - 1, size);
    }
}
