// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.search;

import io.palabre.core.conversations.Message;
import io.palabre.core.ids.MessageId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Some messages that were found, newest first.
///
/// @param next where the next page begins; null when this is the last
/// @param complete whether all was looked through that there was time for
public record Found(List<Hit> hits, @Nullable Place next, boolean complete) {

    public Found {
        hits = List.copyOf(hits);
    }

    /// One message.
    ///
    /// @param message as it is now
    /// @param highlights what was looked for, in its text
    public record Hit(Message message, List<Highlight> highlights) {
        public Hit {
            highlights = List.copyOf(highlights);
        }

        public Place place() {
            return Place.of(message);
        }
    }

    /// A message among those that are found.
    public record Place(Instant at, MessageId message) implements Comparable<Place> {

        private static final Comparator<Place> OLDEST_FIRST =
                Comparator.comparing(Place::at)
                        .thenComparing(place -> place.message().conversation())
                        .thenComparingLong(place -> place.message().seq());

        public static Place of(Message message) {
            return new Place(message.posted().at(), message.posted().id());
        }

        @Override
        public int compareTo(Place other) {
            return OLDEST_FIRST.compare(this, other);
        }

        /// Reads what [#toString] wrote; empty for anything else.
        public static Optional<Place> parse(String text) {
            if (!text.matches("[0-9]{1,15}-.{1,60}")) {
                return Optional.empty();
            }
            var dash = text.indexOf('-');
            var at = Instant.ofEpochMilli(Long.parseLong(text.substring(0, dash)));
            return MessageId.parse(text.substring(dash + 1)).map(id -> new Place(at, id));
        }

        @Override
        public String toString() {
            return at.toEpochMilli() + "-" + message;
        }
    }
}
