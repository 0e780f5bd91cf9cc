// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import io.palabre.core.Time;
import io.palabre.core.attachments.Attachment;
import io.palabre.core.attachments.AttachmentPage;
import io.palabre.core.attachments.AttachmentPage.Carried;
import io.palabre.core.attachments.Attachments;
import io.palabre.core.attachments.Place;
import io.palabre.core.attachments.Quota;
import io.palabre.core.attachments.Upload;
import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Entry;
import io.palabre.core.ids.AttachmentId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Attachments in memory. What carries them is read off the logs each time.
final class InMemoryAttachments implements Attachments {

    /// What was uploaded, by whom and when.
    record Kept(PersonId uploader, Attachment attachment, Instant at) {}

    private record Coming(Upload upload, Instant at) {}

    private record Spent(PersonId person, long day) {}

    private final Memory memory;
    private final Time time;
    private final Map<AttachmentId, Coming> coming = new TreeMap<>();
    private final Map<Spent, Quota> spent = new HashMap<>();

    InMemoryAttachments(Memory memory, Time time) {
        this.memory = memory;
        this.time = time;
    }

    @Override
    public Quota left(PersonId person, Quota quota) {
        return left(person, quota, null);
    }

    private Quota left(PersonId person, Quota quota, @Nullable AttachmentId but) {
        synchronized (memory) {
            var left = quota.less(spent.getOrDefault(today(person), new Quota(0, 0)));
            for (var one : coming.values()) {
                if (one.upload().uploader().equals(person) && !one.upload().id().equals(but)) {
                    left = left.less(new Quota(1, one.upload().size()));
                }
            }
            return left;
        }
    }

    private Spent today(PersonId person) {
        return new Spent(person, time.now().getEpochSecond() / Duration.ofDays(1).toSeconds());
    }

    @Override
    public boolean begin(Upload upload, Quota quota) {
        synchronized (memory) {
            if (!left(upload.uploader(), quota).holds(upload.size())) {
                return false;
            }
            coming.put(upload.id(), new Coming(upload, time.now()));
            return true;
        }
    }

    @Override
    public Optional<Upload> upload(PersonId uploader, AttachmentId id) {
        synchronized (memory) {
            return Optional.ofNullable(coming.get(id))
                    .map(Coming::upload)
                    .filter(upload -> upload.uploader().equals(uploader));
        }
    }

    @Override
    public void progressed(AttachmentId id) {
        synchronized (memory) {
            coming.computeIfPresent(id, (_, one) -> new Coming(one.upload(), time.now()));
        }
    }

    @Override
    public boolean giveUp(PersonId uploader, AttachmentId id) {
        synchronized (memory) {
            return upload(uploader, id).map(upload -> coming.remove(upload.id())).isPresent();
        }
    }

    @Override
    public boolean keep(PersonId uploader, Attachment attachment, Quota quota) {
        synchronized (memory) {
            if (!left(uploader, quota, attachment.id()).holds(attachment.size())) {
                return false;
            }
            giveUp(uploader, attachment.id());
            spent.merge(
                    today(uploader),
                    new Quota(1, attachment.size()),
                    (a, b) -> new Quota(a.files() + b.files(), a.bytes() + b.bytes()));
            memory.kept.put(attachment.id(), new Kept(uploader, attachment, time.now()));
            return true;
        }
    }

    @Override
    public Optional<Attachment> kept(PersonId uploader, AttachmentId id) {
        synchronized (memory) {
            return memory.attachable(uploader, id);
        }
    }

    @Override
    public Optional<Attachment> visible(PersonId reader, AttachmentId id) {
        synchronized (memory) {
            return Optional.ofNullable(memory.kept.get(id))
                    .filter(kept -> !memory.isGone(id) && mayHave(reader, kept))
                    .map(Kept::attachment);
        }
    }

    private boolean mayHave(PersonId reader, Kept kept) {
        return kept.uploader().equals(reader)
                || messages()
                        .filter(entry -> carries(entry, kept.attachment().id()))
                        .anyMatch(entry -> sees(reader, entry));
    }

    private boolean sees(PersonId reader, Entry entry) {
        return memory.part(entry.conversation(), reader).isPresent()
                && memory.intervals(entry.conversation(), reader).contains(entry.seq())
                && !memory.hidden(reader, entry.id());
    }

    private Stream<Entry> messages() {
        return memory.talks.values().stream().flatMap(talk -> talk.entries.stream());
    }

    static List<Attachment> carried(Entry entry) {
        return entry.event() instanceof Durable.Posted posted
                ? posted.content().attachments()
                : List.of();
    }

    static boolean carries(Entry entry, AttachmentId id) {
        return carried(entry).stream().anyMatch(attachment -> attachment.id().equals(id));
    }

    @Override
    public Optional<AttachmentPage> in(
            PersonId reader,
            ConversationId conversation,
            Attachment.@Nullable Kind kind,
            @Nullable Place from,
            int limit) {
        synchronized (memory) {
            if (memory.part(conversation, reader).isEmpty()) {
                return Optional.empty();
            }
            var all = new ArrayList<Carried>();
            memory.talk(conversation).entries.reversed().stream()
                    .filter(entry -> sees(reader, entry))
                    .forEach(entry -> all.addAll(listed(entry).reversed()));
            var found =
                    all.stream()
                            .filter(one -> kind == null || one.attachment().kind() == kind)
                            .dropWhile(one -> from != null && isBefore(one.place(), from))
                            .toList();
            return Optional.of(
                    new AttachmentPage(
                            found.subList(0, Math.min(limit, found.size())),
                            found.size() > limit ? found.get(limit).place() : null));
        }
    }

    private static boolean isBefore(Place one, Place other) {
        return one.seq() > other.seq()
                || (one.seq() == other.seq() && one.position() > other.position());
    }

    private static List<Carried> listed(Entry entry) {
        var all = carried(entry);
        var listed = new ArrayList<Carried>();
        for (var i = 0; i < all.size(); i++) {
            listed.add(new Carried(all.get(i), entry.id(), new Place(entry.seq(), i)));
        }
        return listed;
    }

    @Override
    public List<AttachmentId> collect(Instant silentSince, Instant unsentSince) {
        synchronized (memory) {
            var silent =
                    coming.values().stream()
                            .filter(one -> one.at().isBefore(silentSince))
                            .map(one -> one.upload().id());
            var unsent =
                    memory.kept.values().stream()
                            .filter(kept -> isLoose(kept, unsentSince))
                            .map(kept -> kept.attachment().id());
            var forgotten = Stream.concat(silent, unsent).toList();
            forgotten.forEach(coming::remove);
            forgotten.forEach(memory.kept::remove);
            return forgotten;
        }
    }

    private boolean isLoose(Kept kept, Instant unsentSince) {
        var id = kept.attachment().id();
        var isOld = kept.at().isBefore(unsentSince);
        return memory.isGone(id) || (isOld && messages().noneMatch(entry -> carries(entry, id)));
    }

    @Override
    public Set<AttachmentId> known(Collection<AttachmentId> ids) {
        synchronized (memory) {
            return ids.stream()
                    .filter(id -> coming.containsKey(id) || memory.kept.containsKey(id))
                    .collect(Collectors.toSet());
        }
    }
}
