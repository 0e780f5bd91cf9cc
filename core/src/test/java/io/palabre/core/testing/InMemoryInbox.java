// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import io.palabre.core.Time;
import io.palabre.core.catalogue.Product;
import io.palabre.core.conversations.Arrangement;
import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Interval;
import io.palabre.core.conversations.Line;
import io.palabre.core.conversations.Message;
import io.palabre.core.conversations.Reaction;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.inbox.Activity;
import io.palabre.core.inbox.Conversation;
import io.palabre.core.inbox.ConversationPage;
import io.palabre.core.inbox.Inbox;
import io.palabre.core.inbox.Member;
import io.palabre.core.inbox.MuteEnd;
import io.palabre.core.inbox.Selection;
import io.palabre.core.inbox.Timeline;
import io.palabre.core.inbox.Window;
import io.palabre.core.people.Spelling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The inbox over the maps: everything is filtered and sorted afresh.
public final class InMemoryInbox implements Inbox {

    private static final Comparator<Conversation> LATEST_FIRST =
            Comparator.comparing(Conversation::place).reversed();

    private final Memory memory;
    private final Time time;

    InMemoryInbox(Memory memory, Time time) {
        this.memory = memory;
        this.time = time;
    }

    @Override
    public ConversationPage conversations(
            PersonId reader, Selection selection, @Nullable Activity from, int limit) {
        synchronized (memory) {
            var wanted = all(reader).filter(c -> isWanted(c, reader, selection)).toList();
            var rest =
                    wanted.stream()
                            .filter(c -> !c.arrangement().pinned())
                            .filter(c -> from == null || c.place().compareTo(from) <= 0)
                            .toList();
            var pinned = wanted.stream().filter(c -> from == null && c.arrangement().pinned());
            var shown =
                    Stream.concat(pinned, rest.stream().limit(limit)).sorted(LATEST_FIRST).toList();
            return new ConversationPage(
                    shown, rest.size() > limit ? rest.get(limit).place() : null);
        }
    }

    private boolean isWanted(Conversation conversation, PersonId reader, Selection selection) {
        var arrangement = conversation.arrangement();
        var place = arrangement.archived() ? selection.inArchive() : selection.inList();
        return place
                && !Spelling.findsNothing(selection.search())
                && passes(conversation, reader, selection.filter())
                && Spelling.words(selection.search()).stream()
                        .limit(8)
                        .allMatch(word -> speltWith(conversation, reader, word));
    }

    private static boolean passes(
            Conversation conversation, PersonId reader, Selection.Filter filter) {
        var about = conversation.head().about();
        return switch (filter) {
            case ALL, ARCHIVED -> true;
            case UNREAD -> conversation.unread() > 0 || conversation.arrangement().markedUnread();
            case BUYING -> about != null && !about.seller().equals(reader);
            case SELLING -> about != null && about.seller().equals(reader);
        };
    }

    private boolean speltWith(Conversation conversation, PersonId reader, String word) {
        var head = conversation.head();
        var product = conversation.product();
        var titles =
                Stream.of(
                                Optional.ofNullable(head.title()),
                                Optional.ofNullable(product).map(Product::title))
                        .flatMap(Optional::stream)
                        .map(title -> String.join(" ", Spelling.words(title)));
        var names =
                conversation.members().stream()
                        .filter(_ -> head.members() <= Conversation.SHOWN_MEMBERS)
                        .filter(member -> !member.person().equals(reader))
                        .map(member -> memory.spelling(member.person()));
        return Stream.concat(titles, names).anyMatch(text -> text.contains(word));
    }

    private Stream<Conversation> all(PersonId reader) {
        return memory.talks.values().stream()
                .filter(talk -> !talk.isCleared(reader))
                .flatMap(talk -> view(reader, talk).stream())
                .sorted(LATEST_FIRST);
    }

    private Optional<Conversation> view(PersonId reader, Memory.Talk talk) {
        return Optional.ofNullable(talk.members.get(reader))
                .map(
                        me ->
                                new Conversation(
                                        talk.head(),
                                        talk.createdAt,
                                        talk.activeAt(),
                                        talk.members.values().stream()
                                                .limit(Conversation.SHOWN_MEMBERS)
                                                .map(m -> memory.tracks.shown(talk.id, m))
                                                .toList(),
                                        me,
                                        talk.arrangement(reader),
                                        product(talk),
                                        mentions(me, talk),
                                        visible(reader, talk)
                                                .filter(Message.class::isInstance)
                                                .map(Message.class::cast)
                                                .reduce((_, last) -> last)
                                                .orElse(null)));
    }

    private @Nullable Product product(Memory.Talk talk) {
        var about = talk.about;
        return about == null ? null : memory.product(about.product()).orElseThrow();
    }

    private long mentions(Member me, Memory.Talk talk) {
        var lives = new Afterlife(talk.entries, Interval.OPEN);
        return talk.entries.stream()
                .flatMap(entry -> lives.of(entry.seq()).stream())
                .filter(message -> message.posted().ord() > me.readOrd())
                .filter(message -> message.content().mentions().contains(me.person()))
                .filter(message -> !memory.hidden(me.person(), message.posted().id()))
                .count();
    }

    /// The lines a reader finds; who has left finds them as they were then.
    private Stream<Line> visible(PersonId reader, Memory.Talk talk) {
        var intervals = memory.intervals(talk.id, reader);
        if (intervals.none()) {
            return Stream.empty();
        }
        var lives = new Afterlife(talk.entries, intervals.all().getLast().last());
        return talk.entries.stream()
                .filter(e -> intervals.contains(e.seq()) && !memory.hidden(reader, e.id()))
                .filter(e -> !(e.event() instanceof Durable.OfMessage))
                .map(
                        e ->
                                lives.of(e.seq())
                                        .map(message -> unlessBlind(reader, message))
                                        .map(it -> naming(it, (_, who) -> who.equals(reader)))
                                        .map(Line.class::cast)
                                        .orElse(new Line.Happened(e)));
    }

    /// What it answers is shown to those who see that too.
    private Message unlessBlind(PersonId reader, Message message) {
        var quote = message.quote();
        return quote == null || sees(reader, quote.id()) ? message : message.quoting(null);
    }

    @Override
    public Map<MessageId, Message> messages(PersonId reader, Set<MessageId> ids) {
        synchronized (memory) {
            return ids.stream()
                    .map(MessageId::conversation)
                    .distinct()
                    .flatMap(id -> Stream.ofNullable(memory.talks.get(id)))
                    .flatMap(talk -> visible(reader, talk))
                    .filter(Message.class::isInstance)
                    .map(Message.class::cast)
                    .filter(message -> ids.contains(message.posted().id()))
                    .collect(Collectors.toMap(message -> message.posted().id(), it -> it));
        }
    }

    @Override
    public Optional<List<Message>> pins(PersonId reader, ConversationId conversation) {
        synchronized (memory) {
            return Optional.ofNullable(memory.talks.get(conversation))
                    .filter(talk -> talk.members.containsKey(reader))
                    .map(talk -> pins(reader, talk));
        }
    }

    private List<Message> pins(PersonId reader, Memory.Talk talk) {
        var order = new ArrayList<Long>();
        for (var entry : talk.entries) {
            if (entry.event() instanceof Durable.Pinned(var message)) {
                order.remove(message);
                order.addFirst(message);
            }
        }
        return order.stream()
                .flatMap(seq -> message(reader, new MessageId(talk.id, seq)).stream())
                .filter(message -> message.marks().pin() != null)
                .toList();
    }

    @Override
    public Optional<Message> message(MessageId message, long horizon) {
        synchronized (memory) {
            return Optional.ofNullable(memory.talks.get(message.conversation()))
                    .flatMap(
                            talk ->
                                    new Afterlife(talk.entries, horizon)
                                            .of(message.seq())
                                            .map(it -> naming(it, justNow(talk, it, horizon))));
        }
    }

    /// Who has answered a message with this very event.
    private static BiPredicate<String, PersonId> justNow(
            Memory.Talk talk, Message message, long seq) {
        return (emoji, person) ->
                talk.entries.stream()
                        .filter(entry -> entry.seq() == seq && entry.by().equals(person))
                        .anyMatch(e -> e.event().equals(new Durable.Reacted(message.seq(), emoji)));
    }

    /// The first who answered with each emoji, and those meant.
    private static Message naming(Message message, BiPredicate<String, PersonId> meant) {
        return message.answered(
                message.reactions().stream()
                        .map(
                                all -> {
                                    var first = all.people().stream().limit(Reaction.NAMED);
                                    var others =
                                            all.people().stream()
                                                    .skip(Reaction.NAMED)
                                                    .filter(p -> meant.test(all.emoji(), p));
                                    return new Reaction(
                                            all.emoji(),
                                            all.count(),
                                            Stream.concat(first, others).toList());
                                })
                        .toList());
    }

    @Override
    public Set<PersonId> blindTo(MessageId message, long seq) {
        synchronized (memory) {
            return ever(message.conversation())
                    .filter(
                            person ->
                                    memory.hidden(person, message)
                                            || hears(person, message.conversation(), seq))
                    .filter(person -> !sees(person, message))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    @Override
    public Set<PersonId> goneSince(ConversationId conversation, long seq) {
        synchronized (memory) {
            return ever(conversation)
                    .filter(person -> memory.part(conversation, person).isEmpty())
                    .filter(person -> hears(person, conversation, seq))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /// Everyone who is or was a member.
    private Stream<PersonId> ever(ConversationId conversation) {
        var talk = memory.talks.get(conversation);
        return talk == null ? Stream.empty() : talk.intervals.keySet().stream();
    }

    private boolean hears(PersonId person, ConversationId where, long seq) {
        return memory.intervals(where, person).all().stream().anyMatch(i -> i.last() >= seq);
    }

    private boolean sees(PersonId person, MessageId message) {
        return memory.intervals(message.conversation(), person).contains(message.seq())
                && !memory.hidden(person, message);
    }

    @Override
    public Optional<Conversation> conversation(PersonId reader, ConversationId conversation) {
        synchronized (memory) {
            return Optional.ofNullable(memory.talks.get(conversation))
                    .flatMap(talk -> view(reader, talk));
        }
    }

    @Override
    public Optional<ConversationId> privateBetween(PersonId one, PersonId other) {
        synchronized (memory) {
            return memory.privateBetween(one, other);
        }
    }

    @Override
    public Optional<Timeline> timeline(
            PersonId reader, ConversationId conversation, Window window, int limit) {
        synchronized (memory) {
            if (memory.intervals(conversation, reader).none()) {
                return Optional.empty();
            }
            var all = visible(reader, memory.talk(conversation)).toList();
            return Optional.of(
                    switch (window) {
                        case Window.Latest() -> page(all, all.size() - limit, all.size());
                        case Window.Before(var seq) -> {
                            var end = upTo(all, seq - 1);
                            yield page(all, end - limit, end);
                        }
                        case Window.After(var seq) -> {
                            var start = upTo(all, seq);
                            yield page(all, start, start + limit);
                        }
                        case Window.Around(var seq) -> {
                            var middle = upTo(all, seq);
                            yield page(all, middle - (limit + 1) / 2, middle + limit / 2);
                        }
                    });
        }
    }

    private static int upTo(List<Line> all, long seq) {
        return (int) all.stream().filter(line -> line.seq() <= seq).count();
    }

    private static Timeline page(List<Line> all, int from, int to) {
        var start = Math.clamp(from, 0, all.size());
        var end = Math.clamp(to, start, all.size());
        return new Timeline(all.subList(start, end), start > 0, end < all.size());
    }

    @Override
    public Optional<List<Member>> members(
            PersonId reader, ConversationId conversation, @Nullable PersonId after, int limit) {
        synchronized (memory) {
            return Optional.ofNullable(memory.talks.get(conversation))
                    .filter(talk -> talk.members.containsKey(reader))
                    .map(talk -> talk.members.values().stream())
                    .map(
                            members ->
                                    members.filter(m -> after == null || isBehind(m, after))
                                            .limit(limit)
                                            .map(m -> memory.tracks.shown(conversation, m))
                                            .toList());
        }
    }

    private static boolean isBehind(Member member, PersonId after) {
        return member.person().compareTo(after) > 0;
    }

    @Override
    public Optional<PersonId> anyMember(ConversationId conversation) {
        synchronized (memory) {
            return Optional.ofNullable(memory.talks.get(conversation))
                    .flatMap(talk -> talk.members.keySet().stream().findFirst());
        }
    }

    @Override
    public long unreadTotal(PersonId person) {
        synchronized (memory) {
            var now = time.now();
            return all(person)
                    .filter(c -> !c.arrangement().archived() && !c.arrangement().isMuted(now))
                    .mapToLong(Conversation::unread)
                    .sum();
        }
    }

    @Override
    public List<MuteEnd> mutesEnded(Instant from, Instant to) {
        synchronized (memory) {
            return mutes().filter(mute -> mute.until().isAfter(from) && !mute.until().isAfter(to))
                    .map(Mute::end)
                    .toList();
        }
    }

    @Override
    public Optional<Instant> nextMuteEnd(Instant after) {
        synchronized (memory) {
            return mutes().map(Mute::until).filter(until -> until.isAfter(after)).findFirst();
        }
    }

    private record Mute(Instant until, MuteEnd end) {}

    private Stream<Mute> mutes() {
        return memory.talks.values().stream()
                .flatMap(talk -> talk.members.keySet().stream().flatMap(one -> mute(talk, one)))
                .sorted(Comparator.comparing(Mute::until));
    }

    private static Stream<Mute> mute(Memory.Talk talk, PersonId member) {
        return Optional.ofNullable(talk.arrangements.get(member))
                .map(Arrangement::mutedUntil)
                .stream()
                .map(until -> new Mute(until, new MuteEnd(member, talk.id)));
    }
}
