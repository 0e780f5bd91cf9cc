// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.inbox;

/// Which of a person's conversations are wanted.
///
/// @param search words that each occur in the title, in the product's, or, of up to 32 members, in
///   the names of the others; accents and case ignored; empty for all
public record Selection(Filter filter, String search) {

    /// The list as it is without further wishes.
    public static final Selection LIST = new Selection(Filter.ALL, "");

    /// One part of the list.
    public enum Filter {
        /// All that are not archived; a search looks through the archive too.
        ALL,
        /// Of those, the ones with something to read, or marked so by hand.
        UNREAD,
        ARCHIVED,
        /// Of those not archived, the ones about what others sell.
        BUYING,
        /// Of those not archived, the ones about what oneself sells.
        SELLING
    }

    /// Whether the archive is looked through.
    public boolean inArchive() {
        return switch (filter) {
            case ARCHIVED -> true;
            case ALL -> !search.isEmpty();
            case UNREAD, BUYING, SELLING -> false;
        };
    }

    /// Whether more than the archive is looked through.
    public boolean inList() {
        return filter != Filter.ARCHIVED;
    }
}
