// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import io.palabre.core.attachments.Attachment;
import io.palabre.core.catalogue.Product;
import io.palabre.core.conversations.About;
import io.palabre.core.conversations.Arrangement;
import io.palabre.core.conversations.Change;
import io.palabre.core.conversations.ConversationType;
import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Facts;
import io.palabre.core.conversations.Fingerprint;
import io.palabre.core.conversations.Fingerprints;
import io.palabre.core.conversations.Head;
import io.palabre.core.conversations.Interval;
import io.palabre.core.conversations.Intervals;
import io.palabre.core.conversations.Message;
import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.conversations.Reaction;
import io.palabre.core.conversations.Role;
import io.palabre.core.conversations.Standing;
import io.palabre.core.ids.AttachmentId;
import io.palabre.core.ids.ClientId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.ProductId;
import io.palabre.core.inbox.Member;
import io.palabre.core.people.PersonRole;
import io.palabre.core.people.Spelling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The logs and the current state, in maps. Whoever touches it holds its monitor.
final class Memory implements Facts {

    /// One conversation, and who is and was in it.
    static final class Talk {
        final ConversationId id;
        final ConversationType type;
        final Instant createdAt;
        final List<Entry> entries = new ArrayList<>();
        final TreeMap<PersonId, Member> members = new TreeMap<>();
        final Map<PersonId, List<Interval>> intervals = new HashMap<>();
        final Map<PersonId, Arrangement> arrangements = new HashMap<>();
        private final Map<PersonId, Long> joined = new HashMap<>();
        @Nullable String title;
        @Nullable String avatarUrl;
        @Nullable About about;

        Talk(Change.Opened opened) {
            id = opened.conversation();
            type = opened.type();
            createdAt = opened.at();
            title = opened.title();
        }

        Head head() {
            var last = entries.getLast();
            return new Head(
                    id,
                    type,
                    title,
                    avatarUrl,
                    about,
                    last.seq(),
                    last.ord(),
                    last.at(),
                    members.size());
        }

        Instant activeAt() {
            return entries.stream()
                    .filter(entry -> !(entry.event() instanceof Durable.OfMessage))
                    .toList()
                    .getLast()
                    .at();
        }

        long joined(PersonId person) {
            return joined.getOrDefault(person, 0L);
        }

        Arrangement arrangement(PersonId person) {
            return arrangements.getOrDefault(person, Arrangement.NONE);
        }

        /// Whether this member has deleted all that was said in it.
        boolean isCleared(PersonId person) {
            var said =
                    entries.stream()
                            .filter(entry -> entry.event() instanceof Durable.Posted)
                            .mapToLong(Entry::seq)
                            .max()
                            .orElse(0);
            var cleared = arrangement(person).clearedSeq();
            return cleared > 0 && said <= cleared;
        }
    }

    final Map<ConversationId, Talk> talks = new HashMap<>();
    final Map<List<Record>, ConversationId> starts = new HashMap<>();
    final Map<Set<PersonId>, ConversationId> pairs = new HashMap<>();
    final Map<AttachmentId, InMemoryAttachments.Kept> kept = new TreeMap<>();
    private final Set<AttachmentId> sent = new HashSet<>();
    final Map<PersonId, List<OwnEntry>> own = new HashMap<>();
    final Map<PersonId, Set<PersonId>> blocks = new HashMap<>();
    final Map<List<Record>, ConversationId> introductions = new HashMap<>();
    private final Map<PersonId, Set<MessageId>> hidden = new HashMap<>();
    private final Map<MessageId, Fingerprint> said = new HashMap<>();
    private final InMemoryPeople people;
    private final InMemoryCatalogue catalogue;
    final Tracks tracks;
    private final Fingerprints fingerprints;

    Memory(
            InMemoryPeople people,
            InMemoryCatalogue catalogue,
            Tracks tracks,
            Fingerprints fingerprints) {
        this.people = people;
        this.catalogue = catalogue;
        this.tracks = tracks;
        this.fingerprints = fingerprints;
    }

    Talk talk(ConversationId conversation) {
        return Optional.ofNullable(talks.get(conversation)).orElseThrow();
    }

    void apply(Change change) {
        switch (change) {
            case Change.Opened c -> talks.put(c.conversation(), new Talk(c));
            case Change.Paired c -> pairs.put(Set.of(c.one(), c.other()), c.conversation());
            case Change.Introduced c -> {
                talk(c.conversation()).about = c.about();
                introductions.put(List.of(c.buyer(), c.about()), c.conversation());
            }
            case Change.Appended(var entry) -> append(entry);
            case Change.Became(var entry, var event) -> {
                if (event instanceof Durable.Deleted) {
                    said.remove(new MessageId(entry.conversation(), event.message()));
                    talk(entry.conversation())
                            .entries
                            .replaceAll(before -> erased(before, event.message()));
                }
            }
            case Change.HiddenFrom c ->
                    hidden.computeIfAbsent(c.person(), _ -> new HashSet<>())
                            .add(new MessageId(c.conversation(), c.seq()));
            case Change.Joined c -> join(c);
            case Change.Departed c -> depart(c);
            case Change.Started c -> starts.put(List.of(c.by(), c.clientId()), c.conversation());
            case Change.Pictured c -> talk(c.conversation()).avatarUrl = c.avatarUrl();
            case Change.GaveRole c ->
                    talk(c.conversation())
                            .members
                            .computeIfPresent(
                                    c.person(),
                                    (_, m) ->
                                            new Member(
                                                    m.person(),
                                                    c.role(),
                                                    m.readOrd(),
                                                    m.readSeq(),
                                                    m.deliveredOrd(),
                                                    m.joinedAt()));
            case Change.Arranged c ->
                    talk(c.conversation()).arrangements.put(c.person(), c.arrangement());
            case Change.Cleared c -> clear(c);
            case Change.Blocked(var by, var person) ->
                    blocks.computeIfAbsent(by, _ -> new HashSet<>()).add(person);
            case Change.Unblocked(var by, var person) ->
                    blocks.computeIfAbsent(by, _ -> new HashSet<>()).remove(person);
            case Change.Titled c -> talk(c.conversation()).title = c.title();
            case Change.ReadTo c -> {
                tracks.read(c.conversation(), c.person(), c.ord(), c.seq());
                talk(c.conversation())
                        .members
                        .computeIfPresent(
                                c.person(),
                                (_, m) ->
                                        new Member(
                                                m.person(),
                                                m.role(),
                                                c.ord(),
                                                c.seq(),
                                                c.ord(),
                                                m.joinedAt()));
            }
        }
    }

    private static Part part(Talk talk, PersonId person) {
        var member = Optional.ofNullable(talk.members.get(person)).orElseThrow();
        return new Part(member.role(), member.readOrd(), talk.arrangement(person));
    }

    @Override
    public Map<PersonId, Arrangement> archivedBy(ConversationId conversation) {
        var archived = new HashMap<>(talk(conversation).arrangements);
        archived.values().removeIf(arrangement -> !arrangement.archived());
        return archived;
    }

    @Override
    public int pinnedBy(PersonId person) {
        return (int) talks.values().stream().filter(t -> t.arrangement(person).pinned()).count();
    }

    @Override
    public boolean hasBlocked(PersonId by, PersonId person) {
        return blocks.getOrDefault(by, Set.of()).contains(person);
    }

    @Override
    public int blockedBy(PersonId person) {
        return blocks.getOrDefault(person, Set.of()).size();
    }

    @Override
    public Optional<PersonId> otherIn(ConversationId conversation, PersonId person) {
        return talk(conversation).members.keySet().stream()
                .filter(member -> !member.equals(person))
                .findFirst();
    }

    private void append(Entry entry) {
        InMemoryAttachments.carried(entry).forEach(attachment -> sent.add(attachment.id()));
        talk(entry.conversation()).entries.add(entry);
        if (entry.event() instanceof Durable.Posted posted) {
            said.put(entry.id(), fingerprints.of(posted.content()));
        }
    }

    private static Entry erased(Entry entry, long message) {
        return switch (entry.event()) {
            case Durable.Posted(var clientId, var content) when entry.seq() == message ->
                    with(entry, new Durable.Posted(clientId, content.erased()));
            case Durable.Edited(var edited, _, _) when edited == message ->
                    with(entry, new Durable.Edited(edited, "", List.of()));
            default -> entry;
        };
    }

    private static Entry with(Entry entry, Durable event) {
        return new Entry(
                entry.conversation(), entry.seq(), entry.ord(), entry.at(), entry.by(), event);
    }

    private void join(Change.Joined c) {
        var talk = talk(c.conversation());
        talk.joined.put(c.person(), c.seq());
        tracks.joined(c.conversation(), c.person(), c.ord(), c.seq());
        talk.members.put(
                c.person(), new Member(c.person(), c.role(), c.ord(), c.seq(), c.ord(), c.at()));
        talk.intervals
                .computeIfAbsent(c.person(), _ -> new ArrayList<>())
                .add(new Interval(c.seq(), Interval.OPEN));
    }

    private void depart(Change.Departed c) {
        var talk = talk(c.conversation());
        talk.members.remove(c.person());
        tracks.departed(c.conversation(), c.person());
        talk.arrangements.remove(c.person());
        talk.intervals.computeIfPresent(c.person(), (_, all) -> closed(all, c.seq()));
    }

    private void clear(Change.Cleared c) {
        var talk = talk(c.conversation());
        talk.arrangements.put(c.person(), talk.arrangement(c.person()).cleared(c.seq()));
        var rest = new ArrayList<Interval>();
        rest.add(new Interval(c.seq() + 1, Interval.OPEN));
        talk.intervals.put(c.person(), rest);
    }

    private static List<Interval> closed(List<Interval> intervals, long last) {
        var closed = new ArrayList<>(intervals);
        closed.add(new Interval(closed.removeLast().first(), last));
        return closed;
    }

    String spelling(PersonId person) {
        return Spelling.of(people.byId(person).orElseThrow());
    }

    @Override
    public boolean exists(PersonId person) {
        return people.byId(person).isPresent();
    }

    @Override
    public Optional<ConversationId> privateBetween(PersonId one, PersonId other) {
        return one.equals(other)
                ? Optional.empty()
                : Optional.ofNullable(pairs.get(Set.of(one, other)));
    }

    @Override
    public Optional<Product> product(ProductId product) {
        return catalogue.byId(product);
    }

    @Override
    public Optional<ConversationId> about(PersonId buyer, About about) {
        return Optional.ofNullable(introductions.get(List.of(buyer, about)));
    }

    @Override
    public Optional<Head> head(ConversationId conversation) {
        return Optional.ofNullable(talks.get(conversation)).map(Talk::head);
    }

    @Override
    public Optional<Part> part(ConversationId conversation, PersonId person) {
        return Optional.ofNullable(talks.get(conversation))
                .filter(talk -> talk.members.containsKey(person))
                .map(talk -> part(talk, person));
    }

    @Override
    public Intervals intervals(ConversationId conversation, PersonId person) {
        var talk = talks.get(conversation);
        return new Intervals(
                talk == null ? List.of() : talk.intervals.getOrDefault(person, List.of()));
    }

    @Override
    public Optional<PersonId> heirOf(ConversationId conversation, PersonId person) {
        var talk = talk(conversation);
        return talk.members.values().stream()
                .filter(member -> !member.person().equals(person))
                .min(
                        Comparator.comparing((Member member) -> member.role() != Role.ADMIN)
                                .thenComparingLong(member -> talk.joined(member.person())))
                .map(Member::person);
    }

    @Override
    public Optional<Started> started(PersonId by, ClientId clientId) {
        return Optional.ofNullable(starts.get(List.of(by, clientId)))
                .map(id -> new Started(id, (Durable.Created) talk(id).entries.getFirst().event()));
    }

    @Override
    public long ordAt(ConversationId conversation, long seq) {
        return talk(conversation).entries.get((int) seq - 1).ord();
    }

    @Override
    public boolean isMessage(ConversationId conversation, long seq) {
        var entries = talk(conversation).entries;
        return seq >= 1
                && seq <= entries.size()
                && entries.get((int) seq - 1).event() instanceof Durable.Posted;
    }

    private Optional<Message> now(MessageId message) {
        return Optional.ofNullable(talks.get(message.conversation()))
                .flatMap(talk -> new Afterlife(talk.entries, Interval.OPEN).of(message.seq()));
    }

    @Override
    public Optional<Standing> standing(MessageId message) {
        return now(message)
                .map(
                        it ->
                                new Standing(
                                        it.posted(),
                                        it.content(),
                                        it.deleted(),
                                        it.marks().pin() != null));
    }

    @Override
    public Set<String> emojis(MessageId message) {
        return now(message).stream()
                .flatMap(it -> it.reactions().stream())
                .map(Reaction::emoji)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean reacted(MessageId message, PersonId person, String emoji) {
        return now(message).stream()
                .flatMap(it -> it.reactions().stream())
                .anyMatch(r -> r.emoji().equals(emoji) && r.people().contains(person));
    }

    @Override
    public int pins(ConversationId conversation) {
        return (int)
                talk(conversation).entries.stream()
                        .flatMap(entry -> now(entry.id()).stream())
                        .filter(it -> it.marks().pin() != null)
                        .count();
    }

    @Override
    public boolean hidden(PersonId person, MessageId message) {
        return hidden.getOrDefault(person, Set.of()).contains(message);
    }

    @Override
    public boolean moderates(PersonId person) {
        return people.byId(person).filter(p -> p.role() != PersonRole.USER).isPresent();
    }

    @Override
    public Optional<Earlier> earlier(
            ConversationId conversation, PersonId sender, ClientId clientId) {
        for (var entry : talk(conversation).entries) {
            if (entry.by().equals(sender)
                    && entry.event() instanceof Durable.Posted(var id, _)
                    && id.equals(clientId)) {
                return Optional.of(new Earlier(entry, said.get(entry.id())));
            }
        }
        return Optional.empty();
    }

    /// Whether the last message that carried it is deleted.
    boolean isGone(AttachmentId id) {
        return sent.contains(id)
                && talks.values().stream()
                        .flatMap(talk -> talk.entries.stream())
                        .noneMatch(entry -> InMemoryAttachments.carries(entry, id));
    }

    @Override
    public Optional<Attachment> attachable(PersonId uploader, AttachmentId attachment) {
        return Optional.ofNullable(kept.get(attachment))
                .filter(found -> found.uploader().equals(uploader) && !isGone(attachment))
                .map(InMemoryAttachments.Kept::attachment);
    }
}
