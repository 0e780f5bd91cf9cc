// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.load;

import io.netty.buffer.ByteBuf;

/// `#0000000042`: the number of an operation inside a message, found again in what comes back.
public final class Mark {

    private static final int DIGITS = 10;

    private Mark() {}

    /// A text of `length` characters that begins with the mark and needs no escape in JSON.
    public static String text(long number, int length) {
        String mark = "#%010d ".formatted(number);
        return mark + "lorem ipsum ".repeat(length / 12 + 1).substring(0, length - mark.length());
    }

    /// Where the first mark stands, or -1 when there is none.
    static int at(ByteBuf bytes, int start, int end) {
        int at = bytes.indexOf(start, end, (byte) '#');
        return at + DIGITS < end ? at : -1;
    }

    /// The number, or -1 when there is no mark.
    static long find(ByteBuf bytes, int start, int end) {
        int at = at(bytes, start, end);
        if (at < 0) return -1;
        long number = 0;
        for (int i = at + 1; i <= at + DIGITS; i++) number = number * 10 + bytes.getByte(i) - '0';
        return number;
    }
}
