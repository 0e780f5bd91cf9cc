// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.packet;

import io.palabre.socketio.engine.ProtocolError;

/// A JSON array as text, with the places of its items.
public final class JsonArrayText {
    private final String text;
    private final int offset;
    private final int[] bounds;

    JsonArrayText(String text, int offset, int[] bounds) {
        this.text = text;
        this.offset = offset;
        this.bounds = bounds;
    }

    /// An array that was checked before.
    ///
    /// @throws IllegalArgumentException if it is none
    public static JsonArrayText of(String text) {
        try {
            return new JsonScanner(text, 0, Integer.MAX_VALUE, null).array();
        } catch (ProtocolError e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /// The array, brackets included.
    public String text() {
        return text;
    }

    /// How many items it has.
    public int size() {
        return bounds.length / 2;
    }

    /// The text of one item.
    ///
    /// @throws IndexOutOfBoundsException unless `0 <= index < size()`
    public String item(int index) {
        return text.substring(bounds[2 * index] - offset, bounds[2 * index + 1] - offset);
    }

    /// The text of the items from `index` on, without brackets.
    public String itemsFrom(int index) {
        return index >= size()
                ? ""
                : text.substring(bounds[2 * index] - offset, bounds[bounds.length - 1] - offset);
    }

    @Override
    public String toString() {
        return text;
    }
}
