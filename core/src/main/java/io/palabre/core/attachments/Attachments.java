// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.attachments;

import io.palabre.core.ids.AttachmentId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What there is to attach, whose it is and who may see it; the bytes are with [Blobs]. Every
/// method may block and may throw [io.palabre.core.log.Unavailable].
public interface Attachments {

    /// What a person may still upload today, unfinished uploads taken off.
    Quota left(PersonId person, Quota quota);

    /// Begins an upload; false when it is more than is left for today.
    boolean begin(Upload upload, Quota quota);

    /// An unfinished upload of this person; empty for those of others.
    Optional<Upload> upload(PersonId uploader, AttachmentId id);

    /// More of an upload has arrived.
    void progressed(AttachmentId id);

    /// Ends an upload of this person that is not wanted any more; false when there is none.
    boolean giveUp(PersonId uploader, AttachmentId id);

    /// Its bytes are kept: from now on its uploader may send it, and an upload of this name is
    /// over. False, and nothing is changed, when it is more than was left for today.
    boolean keep(PersonId uploader, Attachment attachment, Quota quota);

    /// What this person has uploaded under this name, unless it is gone since.
    Optional<Attachment> kept(PersonId uploader, AttachmentId id);

    /// An attachment for one who may see it: a member of a conversation in which they may see a
    /// message that carries it, or its uploader. Once no message carries it any more, nobody.
    Optional<Attachment> visible(PersonId reader, AttachmentId id);

    /// What messages carry that the reader may see; empty for those who are not in the
    /// conversation.
    ///
    /// @param kind only of this kind; null for all
    /// @param from where the page begins, from the page before; null for the first
    Optional<AttachmentPage> in(
            PersonId reader,
            ConversationId conversation,
            Attachment.@Nullable Kind kind,
            @Nullable Place from,
            int limit);

    /// Forgets uploads that have not progressed since one moment, attachments that were not sent
    /// since another, and those no message carries any more.
    ///
    /// @return whose bytes are not needed any more
    List<AttachmentId> collect(Instant silentSince, Instant unsentSince);

    /// Which of these are uploads or attachments.
    Set<AttachmentId> known(Collection<AttachmentId> ids);
}
