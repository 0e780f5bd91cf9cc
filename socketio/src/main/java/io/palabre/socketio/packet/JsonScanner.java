// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.packet;

import io.palabre.socketio.engine.ProtocolError;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Checks that a text is JSON (RFC 8259) and finds the items of its outermost array, without
/// building anything. Depth is bounded, time is linear.
final class JsonScanner {
    private final String text;
    private final int maxDepth;
    private final @Nullable PlaceholderRule placeholders;
    private int at;
    private int[] items = new int[8];
    private int itemCount;

    /// @param placeholders what to do about placeholders of attachments; null where they are plain
    ///   objects
    JsonScanner(String text, int from, int maxDepth, @Nullable PlaceholderRule placeholders) {
        this.text = text;
        this.at = from;
        this.maxDepth = maxDepth;
        this.placeholders = placeholders;
    }

    /// The rest of the text as one array.
    JsonArrayText array() {
        var start = at;
        if (peek() != '[') {
            throw new ProtocolError("payload is not an array");
        }
        at++;
        collectItems();
        if (at != text.length()) {
            throw new ProtocolError("characters after the payload");
        }
        return new JsonArrayText(text.substring(start), start, Arrays.copyOf(items, itemCount));
    }

    /// The rest of the text as one object.
    void object() {
        if (peek() != '{') {
            throw new ProtocolError("payload is not an object");
        }
        value(1);
        if (at != text.length()) {
            throw new ProtocolError("characters after the payload");
        }
    }

    private void collectItems() {
        space();
        if (peek() == ']') {
            at++;
            return;
        }
        do {
            space();
            var start = at;
            value(2);
            remember(start, at);
            space();
        } while (more(']'));
    }

    private void remember(int start, int end) {
        if (itemCount == items.length) {
            items = Arrays.copyOf(items, itemCount * 2);
        }
        items[itemCount++] = start;
        items[itemCount++] = end;
    }

    private void value(int depth) {
        switch (peek()) {
            case '"' -> string();
            case '{' -> members(depth);
            case '[' -> elements(depth);
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
    }

    private void elements(int depth) {
        descend(depth);
        space();
        if (peek() == ']') {
            at++;
            return;
        }
        do {
            space();
            value(depth + 1);
            space();
        } while (more(']'));
    }

    private void members(int depth) {
        var start = at;
        var candidate = placeholders == null ? null : new PlaceholderCandidate();
        descend(depth);
        space();
        if (peek() == '}') {
            at++;
            return;
        }
        do {
            space();
            member(depth, candidate);
            space();
        } while (more('}'));
        if (candidate != null && placeholders != null) {
            candidate.settle(placeholders, start, at);
        }
    }

    private void member(int depth, @Nullable PlaceholderCandidate candidate) {
        var keyStart = at;
        if (peek() != '"') {
            throw new ProtocolError("object key expected");
        }
        string();
        var keyEnd = at;
        space();
        if (peek() != ':') {
            throw new ProtocolError("colon expected");
        }
        at++;
        space();
        var valueStart = at;
        value(depth + 1);
        if (candidate != null) {
            candidate.member(text, keyStart, keyEnd, valueStart, at);
        }
    }

    private void descend(int depth) {
        if (depth > maxDepth) {
            throw new ProtocolError("payload is nested too deeply");
        }
        at++;
    }

    private boolean more(char closing) {
        var c = peek();
        at++;
        if (c == closing) {
            return false;
        }
        if (c != ',') {
            throw new ProtocolError("comma expected");
        }
        return true;
    }

    private void string() {
        at++;
        while (true) {
            var c = peek();
            at++;
            if (c == '"') {
                return;
            }
            if (c < ' ') {
                throw new ProtocolError("control character in a string");
            }
            if (c == '\\') {
                escape();
            }
        }
    }

    private void escape() {
        var c = peek();
        at++;
        switch (c) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {}
            case 'u' -> {
                for (var i = 0; i < 4; i++) {
                    if (Character.digit(peek(), 16) < 0 || peek() > 'f') {
                        throw new ProtocolError("bad escape in a string");
                    }
                    at++;
                }
            }
            default -> throw new ProtocolError("bad escape in a string");
        }
    }

    private void number() {
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) | 0x20) == 'e') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
    }

    private void digits() {
        if (!isDigit(peek())) {
            throw new ProtocolError("value expected");
        }
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    private void word(String word) {
        if (!text.startsWith(word, at)) {
            throw new ProtocolError("value expected");
        }
        at += word.length();
    }

    private void space() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw new ProtocolError("payload ends early");
        }
        return text.charAt(at);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }
}
