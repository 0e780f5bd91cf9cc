// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import io.palabre.core.conversations.Message;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.search.Found;
import io.palabre.core.search.Search;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Search in memory: everything is looked through.
record InMemorySearch(Memory memory, InMemoryInbox inbox) implements Search {

    @Override
    public Optional<Found> find(PersonId reader, Query query) {
        synchronized (memory) {
            var only = query.scope().conversation();
            if (only != null && memory.part(only, reader).isEmpty()) {
                return Optional.empty();
            }
            var hits =
                    memory.talks.keySet().stream()
                            .filter(talk -> only == null || talk.equals(only))
                            .filter(talk -> memory.part(talk, reader).isPresent())
                            .flatMap(talk -> messages(reader, talk))
                            .filter(message -> isWanted(query, message))
                            .flatMap(message -> hit(query, message))
                            .sorted(Comparator.comparing(Found.Hit::place).reversed())
                            .toList();
            return Optional.of(page(hits, query.limit()));
        }
    }

    private Stream<Message> messages(PersonId reader, ConversationId talk) {
        var ids =
                LongStream.rangeClosed(1, memory.talk(talk).entries.size())
                        .mapToObj(seq -> new MessageId(talk, seq))
                        .collect(Collectors.toSet());
        return inbox.messages(reader, ids).values().stream();
    }

    private static boolean isWanted(Query query, Message message) {
        var from = query.from();
        return query.scope().holds(message.posted().by(), message.posted().at())
                && (from == null || Found.Place.of(message).compareTo(from) <= 0);
    }

    private static Stream<Found.Hit> hit(Query query, Message message) {
        return query.terms().in(message.content().text()).stream()
                .map(highlights -> new Found.Hit(message, highlights));
    }

    private static Found page(List<Found.Hit> hits, int limit) {
        var shown = hits.subList(0, Math.min(limit, hits.size()));
        return new Found(shown, hits.size() > limit ? hits.get(limit).place() : null, true);
    }
}
