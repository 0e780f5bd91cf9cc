// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.ids;

import java.util.Optional;

/// Names a product, in the words of the product that hosts it: 1 to 128 letters, digits and `. _ ~
/// -`.
public record ProductId(String text) implements Comparable<ProductId> {

    private static final int LONGEST = 128;

    public ProductId {
        if (!valid(text)) {
            throw new IllegalArgumentException("not a product id");
        }
    }

    /// Reads a product id; empty when it is none.
    public static Optional<ProductId> parse(String text) {
        return valid(text) ? Optional.of(new ProductId(text)) : Optional.empty();
    }

    private static boolean valid(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && text.chars().allMatch(ProductId::allowed);
    }

    private static boolean allowed(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "._~-".indexOf(c) >= 0;
    }

    @Override
    public int compareTo(ProductId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
