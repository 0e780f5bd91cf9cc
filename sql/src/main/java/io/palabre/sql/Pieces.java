// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Intervals;
import io.palabre.core.conversations.Message;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/// Reads what the search index has not seen yet, some conversations at a time.
final class Pieces {

    private final Events events;
    private final Lines lines;

    Pieces(Events events) {
        this.events = events;
        lines = new Lines(events);
    }

    /// How far a conversation is in the index.
    record Place(ConversationId conversation, SearchIndex.Place at) {}

    /// What comes next in a conversation.
    ///
    /// @param changed the messages that were not only sent, as they are now
    /// @param last whether there is no more
    record Piece(Place place, List<Entry> entries, List<Message> changed, boolean last) {}

    /// What comes next in these, so many entries together at most.
    List<Piece> read(Db db, List<Place> places, int most) throws SQLException {
        var pieces = new ArrayList<Piece>();
        var room = most;
        for (var place : places) {
            if (room == 0) {
                return pieces;
            }
            var behind = Intervals.everything().behind(place.at().seq());
            var entries = events.first(db, place.conversation(), behind, room);
            pieces.add(new Piece(place, entries, changed(db, entries), entries.size() < room));
            room -= entries.size();
        }
        return pieces;
    }

    private List<Message> changed(Db db, List<Entry> entries) throws SQLException {
        var seqs = new HashSet<Long>();
        var messages = new ArrayList<Message>();
        for (var entry : entries) {
            if (entry.event() instanceof Durable.OfMessage event && seqs.add(event.message())) {
                var id = new MessageId(entry.conversation(), event.message());
                lines.message(db, id).ifPresent(messages::add);
            }
        }
        return messages;
    }

    /// What is to be put into the index together.
    static final class News {
        private static final Comparator<SearchIndex.Said> IN_TIME =
                Comparator.comparing(SearchIndex.Said::at)
                        .thenComparingLong(SearchIndex.Said::place)
                        .thenComparingLong(SearchIndex.Said::seq);

        private final List<SearchIndex.Said> said = new ArrayList<>();
        private final List<SearchIndex.Said> changed = new ArrayList<>();

        /// A message that was changed counts as it is now, not as it was sent.
        void add(Piece piece) {
            var place = piece.place().at().no();
            var seqs = new HashSet<Long>();
            for (var message : piece.changed()) {
                seqs.add(message.seq());
                var at = message.posted().at();
                var text = message.content().text();
                changed.add(new SearchIndex.Said(place, message.seq(), at, text));
            }
            for (var entry : piece.entries()) {
                if (entry.event() instanceof Durable.Posted posted && !seqs.contains(entry.seq())) {
                    var text = posted.content().text();
                    said.add(new SearchIndex.Said(place, entry.seq(), entry.at(), text));
                }
            }
        }

        /// In the order of time: what comes in another has to be sorted in by the index.
        void write(Db index) throws SQLException {
            for (var each : changed) {
                SearchIndex.remove(index, each);
            }
            said.addAll(changed);
            said.sort(IN_TIME);
            var last = 0L;
            for (var each : said) {
                last = SearchIndex.add(index, each, last);
            }
        }
    }
}
