// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.Refusal;
import io.palabre.core.attachments.Attachment;
import io.palabre.core.attachments.Attachment.Kind;
import io.palabre.core.attachments.Attachment.Look;
import io.palabre.core.attachments.Attachments;
import io.palabre.core.attachments.Quota;
import io.palabre.core.attachments.Upload;
import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Content;
import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Entry;
import io.palabre.core.ids.AttachmentId;
import io.palabre.core.ids.ClientId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.Ulid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What holds for [Attachments], however they are kept.
public abstract class AttachmentsContract extends PortContract {

    private static final Quota MUCH = new Quota(100, 1_000_000);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private int made;

    @Test
    void who_may_see_a_message_may_have_what_it_carries() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var eve = story().person("eve");
        var here = story().group(ann, bob);
        var photo = kept(ann, 10);
        assertThat(shelf().visible(ann, photo.id())).contains(photo);
        assertThat(shelf().visible(bob, photo.id())).isEmpty();

        var message = sends(ann, here, photo.id());
        assertThat(carriedBy(message)).containsExactly(photo);
        assertThat(shelf().visible(bob, photo.id())).contains(photo);
        assertThat(shelf().visible(eve, photo.id())).isEmpty();

        story().adds(ann, here, eve);
        assertThat(shelf().visible(eve, photo.id())).isEmpty();
        story().leaves(bob, here);
        assertThat(shelf().visible(bob, photo.id())).isEmpty();
        assertThat(shelf().visible(ann, photo.id())).contains(photo);
    }

    @Test
    void who_hides_a_message_has_what_it_carries_no_more() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var here = story().group(ann, bob);
        var photo = kept(ann, 10);
        var message = sends(ann, here, photo.id());
        story().accepted(new Command.Hide(bob, message.id()));
        assertThat(shelf().visible(bob, photo.id())).isEmpty();
        assertThat(shelf().in(bob, here, null, null, 10).orElseThrow().attachments()).isEmpty();
        assertThat(shelf().in(ann, here, null, null, 10).orElseThrow().attachments()).hasSize(1);
    }

    @Test
    void one_sends_what_one_has_uploaded_oneself_and_nothing_else() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var here = story().privately(ann, bob);
        var photo = kept(ann, 10);
        var nothing = newId();
        assertThat(story().refused(post(bob, here, List.of(photo.id()))))
                .isEqualTo(Refusal.ATTACHMENT_NOT_FOUND);
        assertThat(story().refused(post(bob, here, List.of(nothing))))
                .isEqualTo(Refusal.ATTACHMENT_NOT_FOUND);
        assertThat(story().refused(post(ann, here, List.of(photo.id(), photo.id()))))
                .isEqualTo(Refusal.ATTACHMENT_NOT_FOUND);
        var many = IntStream.range(0, 11).mapToObj(_ -> kept(ann, 1).id()).toList();
        assertThat(story().refused(post(ann, here, many))).isEqualTo(Refusal.TOO_MANY_ATTACHMENTS);
        assertThat(carriedBy(sends(ann, here, many.getFirst(), many.getLast()))).hasSize(2);
    }

    @Test
    void a_forwarded_message_takes_its_attachments_with_it_and_nothing_else() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var eve = story().person("eve");
        var here = story().privately(ann, bob);
        var there = story().privately(bob, eve);
        var photo = kept(ann, 10);
        var other = kept(ann, 10);
        var message = sends(ann, here, photo.id());
        sends(ann, here, other.id());
        var forward = new Command.Forward(bob, message.id(), there, new ClientId("f"));
        var forwarded = story().accepted(forward).entries().getFirst();
        assertThat(carriedBy(forwarded)).containsExactly(photo);
        assertThat(story().accepted(forward).repeated()).isTrue();
        assertThat(shelf().visible(eve, photo.id())).contains(photo);
        assertThat(shelf().visible(eve, other.id())).isEmpty();
    }

    @Test
    void a_message_said_again_with_other_attachments_is_another() {
        var ann = story().person("ann");
        var here = story().privately(ann, story().person("bob"));
        var photo = kept(ann, 10);
        var post = post(ann, here, List.of(photo.id()));
        var first = story().accepted(post);
        var again = story().accepted(post);
        assertThat(again.repeated()).isTrue();
        assertThat(again.entries()).isEqualTo(first.entries());
        var without = new Command.Post(ann, here, post.clientId(), post.content());
        assertThat(story().refused(without)).isEqualTo(Refusal.CID_CONFLICT);
    }

    @Test
    void a_conversation_lists_what_it_carries_newest_first_in_pages() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var here = story().group(ann, bob);
        var sent = new ArrayList<Attachment>();
        for (var i = 0; i < 3; i++) {
            var one = kept(ann, 10);
            var two = kept(ann, Kind.FILE, 20);
            sends(ann, here, one.id(), two.id());
            sent.addFirst(one);
            sent.addFirst(two);
        }
        assertThat(pages(bob, here, null, 2)).isEqualTo(sent);
        assertThat(pages(bob, here, Kind.FILE, 2))
                .isEqualTo(sent.stream().filter(a -> a.kind() == Kind.FILE).toList());
        assertThat(pages(bob, here, Kind.VOICE, 2)).isEmpty();

        var eve = story().person("eve");
        assertThat(shelf().in(eve, here, null, null, 5)).isEmpty();
        story().adds(ann, here, eve);
        assertThat(pages(eve, here, null, 5)).isEmpty();
        var late = kept(ann, 10);
        sends(ann, here, late.id());
        assertThat(pages(eve, here, null, 5)).containsExactly(late);
    }

    @Test
    void nobody_uploads_more_than_the_day_allows() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var little = new Quota(3, 100);
        assertThat(shelf().keep(ann, attachment(Kind.FILE, 60), little)).isTrue();
        assertThat(shelf().left(ann, little)).isEqualTo(new Quota(2, 40));
        assertThat(shelf().keep(ann, attachment(Kind.FILE, 41), little)).isFalse();
        var upload = upload(ann, 30);
        assertThat(shelf().begin(upload, little)).isTrue();
        assertThat(shelf().begin(upload(ann, 11), little)).isFalse();
        assertThat(shelf().left(ann, little)).isEqualTo(new Quota(1, 10));
        assertThat(shelf().left(bob, little)).isEqualTo(little);
        assertThat(shelf().keep(ann, attachment(upload.id(), 30), little)).isTrue();
        assertThat(shelf().upload(ann, upload.id())).isEmpty();
        assertThat(shelf().left(ann, little)).isEqualTo(new Quota(1, 10));
        time.move(DAY);
        assertThat(shelf().left(ann, little)).isEqualTo(little);
    }

    @Test
    void an_upload_is_known_to_its_uploader_until_it_is_given_up() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var upload = upload(ann, 30);
        shelf().begin(upload, MUCH);
        assertThat(shelf().upload(ann, upload.id())).contains(upload);
        assertThat(shelf().upload(bob, upload.id())).isEmpty();
        assertThat(shelf().giveUp(bob, upload.id())).isFalse();
        assertThat(shelf().known(List.of(upload.id(), newId()))).isEqualTo(Set.of(upload.id()));
        assertThat(shelf().giveUp(ann, upload.id())).isTrue();
        assertThat(shelf().giveUp(ann, upload.id())).isFalse();
        assertThat(shelf().known(List.of(upload.id()))).isEmpty();
    }

    @Test
    void what_nobody_sends_is_collected() {
        var ann = story().person("ann");
        var here = story().privately(ann, story().person("bob"));
        var silent = upload(ann, 5);
        var busy = upload(ann, 5);
        shelf().begin(silent, MUCH);
        shelf().begin(busy, MUCH);
        var unsent = kept(ann, 1);
        var sent = kept(ann, 1);
        sends(ann, here, sent.id());
        time.move(HOUR.plusSeconds(1));
        shelf().progressed(busy.id());
        assertThat(collect()).containsExactly(silent.id());
        time.move(DAY.minus(HOUR));
        shelf().progressed(busy.id());
        assertThat(collect()).containsExactly(unsent.id());
        assertThat(shelf().visible(ann, unsent.id())).isEmpty();
        assertThat(story().refused(post(ann, here, List.of(unsent.id()))))
                .isEqualTo(Refusal.ATTACHMENT_NOT_FOUND);
        assertThat(shelf().visible(ann, sent.id())).contains(sent);
        assertThat(collect()).isEmpty();
    }

    @Test
    void what_the_last_message_with_it_took_along_is_gone() {
        var ann = story().person("ann");
        var bob = story().person("bob");
        var here = story().privately(ann, bob);
        var photo = kept(ann, 10);
        var first = sends(ann, here, photo.id());
        var second = sends(ann, here, photo.id());
        story().deletes(ann, first.id());
        assertThat(shelf().visible(bob, photo.id())).contains(photo);
        assertThat(pages(bob, here, null, 5)).containsExactly(photo);
        assertThat(collect()).isEmpty();
        story().deletes(ann, second.id());
        assertThat(shelf().visible(bob, photo.id())).isEmpty();
        assertThat(shelf().visible(ann, photo.id())).isEmpty();
        assertThat(pages(bob, here, null, 5)).isEmpty();
        assertThat(story().refused(post(ann, here, List.of(photo.id()))))
                .isEqualTo(Refusal.ATTACHMENT_NOT_FOUND);
        assertThat(collect()).containsExactly(photo.id());
        assertThat(collect()).isEmpty();
    }

    private List<AttachmentId> collect() {
        return shelf().collect(time.now().minus(HOUR), time.now().minus(DAY));
    }

    private Attachments shelf() {
        return ports().attachments();
    }

    private AttachmentId newId() {
        return new AttachmentId(new Ulid(5, ++made));
    }

    private Upload upload(PersonId uploader, long size) {
        var claim = new Upload.Claim("song.ogg", true, Duration.ofMillis(1_500));
        return new Upload(newId(), uploader, claim, size, "abc");
    }

    private Attachment attachment(Kind kind, long size) {
        var look = new Look(640, 480, null, true);
        return new Attachment(newId(), "a.bin", "image/png", kind, size, look);
    }

    private static Attachment attachment(AttachmentId id, long size) {
        return new Attachment(id, "a.bin", "audio/ogg", Kind.VOICE, size, Look.unknown());
    }

    private Attachment kept(PersonId uploader, long size) {
        return kept(uploader, Kind.IMAGE, size);
    }

    private Attachment kept(PersonId uploader, Kind kind, long size) {
        var attachment = attachment(kind, size);
        assertThat(shelf().keep(uploader, attachment, MUCH)).isTrue();
        return attachment;
    }

    private Command.Post post(PersonId by, ConversationId where, List<AttachmentId> carrying) {
        var clientId = new ClientId("a" + ++made);
        return new Command.Post(by, where, clientId, Content.text(""), carrying);
    }

    private Entry sends(PersonId by, ConversationId where, AttachmentId... carrying) {
        return story().accepted(post(by, where, List.of(carrying))).entries().getFirst();
    }

    private static List<Attachment> carriedBy(Entry entry) {
        return ((Durable.Posted) entry.event()).content().attachments();
    }

    private List<Attachment> pages(
            PersonId reader, ConversationId where, Attachment.@Nullable Kind kind, int limit) {
        var all = new ArrayList<Attachment>();
        var page = shelf().in(reader, where, kind, null, limit).orElseThrow();
        page.attachments().forEach(one -> all.add(one.attachment()));
        while (page.next() != null) {
            page = shelf().in(reader, where, kind, page.next(), limit).orElseThrow();
            page.attachments().forEach(one -> all.add(one.attachment()));
        }
        return all;
    }
}
