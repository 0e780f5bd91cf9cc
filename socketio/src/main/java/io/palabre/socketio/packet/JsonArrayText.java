// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.packet;

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
