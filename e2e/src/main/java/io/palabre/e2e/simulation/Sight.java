// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.simulation;

import io.palabre.core.conversations.Arrangement;
import io.palabre.core.conversations.Facts;
import io.palabre.core.conversations.Head;
import io.palabre.core.conversations.Role;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What decisions are made on: the facts as they are, or as a mistake makes them look.
final class Sight {
    private static final long BLOCK = 4;

    private final Plant plant;

    /// What a sequence beside the log has given out.
    private final Map<ConversationId, Long> given = new HashMap<>();

    /// What a table in memory knows to have been said since the start.
    private final Set<List<Object>> said = new HashSet<>();

    Sight(Plant plant) {
        this.plant = plant;
    }

    /// The process starts anew.
    void forget() {
        said.clear();
    }

    Facts of(Facts working, Facts committed) {
        return switch (plant) {
            case DEDUP_IN_MEMORY -> spoilt(working, "earlier", this::remembered);
            case NUMBER_WITHOUT_LOCK ->
                    spoilt(working, "head", (args, _) -> committed.head((ConversationId) args[0]));
            case NUMBER_OUTSIDE_THE_TRANSACTION -> spoilt(working, "head", this::sequence);
            case BLOCKS_OF_NUMBERS -> spoilt(working, "head", this::block);
            case READ_MARK_LAST_WRITER_WINS -> spoilt(working, "part", (_, part) -> unread(part));
            case EVERYBODY_OWNS ->
                    spoilt(working, "part", (args, part) -> owning(working, args, part));
            case NOTHING,
                    ACK_BEFORE_COMMIT,
                    PUBLISH_BEFORE_COMMIT,
                    CLIENT_TRUSTS_PUSH,
                    RESUME_OFF_BY_ONE,
                    READ_THEN_SUBSCRIBE,
                    RETRY_WITH_NEW_CID,
                    TIME_OUT_IS_FAILURE,
                    LOCK_LEAKED_ON_ABORT,
                    LEAVER_STILL_HEARS,
                    GO_ON_IN_DOUBT,
                    STALE_PAGES,
                    EPOCH_KEPT_AFTER_RESTORE ->
                    working;
        };
    }

    /// How an answer to a question is spoilt.
    private interface Spoiling {
        Object spoil(Object[] question, Object answer);
    }

    private static Facts spoilt(Facts facts, String question, Spoiling spoiling) {
        return (Facts)
                Proxy.newProxyInstance(
                        Facts.class.getClassLoader(),
                        new Class<?>[] {Facts.class},
                        (_, method, args) -> {
                            try {
                                var answer = method.invoke(facts, args);
                                return method.getName().equals(question)
                                        ? spoiling.spoil(args, answer)
                                        : answer;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private Object remembered(Object[] question, Object answer) {
        return said.add(List.of(question)) ? Optional.empty() : answer;
    }

    private Object sequence(Object[] question, Object answer) {
        return ((Optional<?>) answer)
                .map(
                        it -> {
                            var head = (Head) it;
                            var next =
                                    Math.max(
                                            given.getOrDefault(head.conversation(), 0L),
                                            head.seq());
                            given.put(head.conversation(), next + 1);
                            return numbered(head, next);
                        });
    }

    /// Two writers, each with numbers of its own.
    private Object block(Object[] question, Object answer) {
        return ((Optional<?>) answer)
                .map(
                        it -> {
                            var head = (Head) it;
                            var count = given.merge(head.conversation(), 1L, Long::sum);
                            var turn = count % 2;
                            var place = count / 2;
                            var from = (place / BLOCK * 2 + turn) * BLOCK;
                            return numbered(head, 10 + from + place % BLOCK);
                        });
    }

    private static Head numbered(Head head, long seq) {
        return new Head(
                head.conversation(),
                head.type(),
                head.title(),
                head.avatarUrl(),
                head.about(),
                seq,
                head.ord(),
                head.at(),
                head.members());
    }

    private static Object unread(Object answer) {
        return ((Optional<?>) answer)
                .map(it -> (Facts.Part) it)
                .map(part -> new Facts.Part(part.role(), 0, part.arrangement()));
    }

    private static Object owning(Facts facts, Object[] question, Object answer) {
        var head = facts.head((ConversationId) question[0]);
        var part = ((Optional<?>) answer).map(it -> (Facts.Part) it);
        if (head.isEmpty() || !facts.exists((PersonId) question[1])) return answer;
        return part.map(it -> new Facts.Part(Role.OWNER, it.readOrd(), it.arrangement()))
                .or(() -> Optional.of(new Facts.Part(Role.OWNER, 0, Arrangement.NONE)));
    }
}
