// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.palabre.core.attachments.Attachment;
import io.palabre.core.attachments.Attachment.Look;
import io.palabre.core.conversations.Arrangement;
import io.palabre.core.conversations.Content;
import io.palabre.core.conversations.ConversationType;
import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Personal;
import io.palabre.core.conversations.Role;
import io.palabre.core.ids.AttachmentId;
import io.palabre.core.ids.ClientId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.ProductId;
import io.palabre.sql.Shapes.AddedTo1;
import io.palabre.sql.Shapes.Arranged1;
import io.palabre.sql.Shapes.Attached1;
import io.palabre.sql.Shapes.Blocked1;
import io.palabre.sql.Shapes.Cleared1;
import io.palabre.sql.Shapes.Created1;
import io.palabre.sql.Shapes.Deleted1;
import io.palabre.sql.Shapes.Edited1;
import io.palabre.sql.Shapes.Hidden1;
import io.palabre.sql.Shapes.MemberLeft1;
import io.palabre.sql.Shapes.MemberRemoved1;
import io.palabre.sql.Shapes.MembersAdded1;
import io.palabre.sql.Shapes.OwnRead1;
import io.palabre.sql.Shapes.PictureChanged1;
import io.palabre.sql.Shapes.Pinned1;
import io.palabre.sql.Shapes.Posted1;
import io.palabre.sql.Shapes.Reacted1;
import io.palabre.sql.Shapes.RemovedFrom1;
import io.palabre.sql.Shapes.Renamed1;
import io.palabre.sql.Shapes.RoleChanged1;
import io.palabre.sql.Shapes.Unblocked1;
import io.palabre.sql.Shapes.Unpinned1;
import io.palabre.sql.Shapes.Unreacted1;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Turns events into what is stored and back.
final class Codec {

    private final JsonMapper json = new JsonMapper();

    Stored write(Durable event) {
        return switch (event) {
            case Durable.Created created -> store("created", shape(created));
            case Durable.Posted(var clientId, var content) ->
                    store("posted", posted(clientId, content));
            case Durable.Edited(var message, var text, var mentions) ->
                    store("edited", new Edited1(message, text, textsOrNull(mentions)));
            case Durable.Deleted(var message) -> store("deleted", new Deleted1(message));
            case Durable.Reacted(var message, var emoji) ->
                    store("reacted", new Reacted1(message, emoji));
            case Durable.Unreacted(var message, var emoji) ->
                    store("unreacted", new Unreacted1(message, emoji));
            case Durable.Pinned(var message) -> store("pinned", new Pinned1(message));
            case Durable.Unpinned(var message) -> store("unpinned", new Unpinned1(message));
            case Durable.MembersAdded(var members) ->
                    store("members_added", new MembersAdded1(texts(members)));
            case Durable.MemberRemoved(var member) ->
                    store("member_removed", new MemberRemoved1(member.toString()));
            case Durable.MemberLeft(var newOwner) ->
                    store("member_left", new MemberLeft1(textOrNull(newOwner)));
            case Durable.Renamed(var title) -> store("renamed", new Renamed1(title));
            case Durable.PictureChanged(var avatarUrl) ->
                    store("picture_changed", new PictureChanged1(avatarUrl));
            case Durable.RoleChanged(var member, var role) ->
                    store("role_changed", new RoleChanged1(member.toString(), Row.word(role)));
        };
    }

    Durable readDurable(Stored stored) {
        return switch (stored.kind() + stored.version()) {
            case "created1" -> created(shape(stored, Created1.class));
            case "posted1" -> posted(shape(stored, Posted1.class));
            case "edited1" -> edited(shape(stored, Edited1.class));
            case "deleted1" -> new Durable.Deleted(shape(stored, Deleted1.class).message());
            case "reacted1" -> {
                var shape = shape(stored, Reacted1.class);
                yield new Durable.Reacted(shape.message(), shape.emoji());
            }
            case "unreacted1" -> {
                var shape = shape(stored, Unreacted1.class);
                yield new Durable.Unreacted(shape.message(), shape.emoji());
            }
            case "pinned1" -> new Durable.Pinned(shape(stored, Pinned1.class).message());
            case "unpinned1" -> new Durable.Unpinned(shape(stored, Unpinned1.class).message());
            case "members_added1" ->
                    new Durable.MembersAdded(people(shape(stored, MembersAdded1.class).members()));
            case "member_removed1" ->
                    new Durable.MemberRemoved(person(shape(stored, MemberRemoved1.class).member()));
            case "member_left1" -> left(shape(stored, MemberLeft1.class));
            case "renamed1" -> new Durable.Renamed(shape(stored, Renamed1.class).title());
            case "picture_changed1" ->
                    new Durable.PictureChanged(shape(stored, PictureChanged1.class).avatarUrl());
            case "role_changed1" -> roleChanged(shape(stored, RoleChanged1.class));
            default -> throw unknown(stored);
        };
    }

    private static Durable created(Created1 shape) {
        var type = ConversationType.valueOf(shape.type().toUpperCase(Locale.ROOT));
        var clientId = shape.clientId();
        var product = shape.product();
        return new Durable.Created(
                type,
                shape.title(),
                people(shape.members()),
                clientId == null ? null : new ClientId(clientId),
                product == null ? null : new ProductId(product));
    }

    private static Created1 shape(Durable.Created created) {
        var clientId = created.clientId();
        var product = created.product();
        return new Created1(
                Row.word(created.type()),
                created.title(),
                texts(created.members()),
                clientId == null ? null : clientId.text(),
                product == null ? null : product.text());
    }

    private static Durable roleChanged(RoleChanged1 shape) {
        var role = Role.valueOf(shape.role().toUpperCase(Locale.ROOT));
        return new Durable.RoleChanged(person(shape.member()), role);
    }

    private static Posted1 posted(ClientId clientId, Content content) {
        var forwardedOf = content.forwardedOf();
        return new Posted1(
                clientId.text(),
                content.type(),
                content.text(),
                content.replyTo(),
                textsOrNull(content.mentions()),
                content.data(),
                forwardedOf == null ? null : forwardedOf.toString(),
                attachedOrNull(content));
    }

    private static Durable posted(Posted1 shape) {
        var forwardedOf = shape.forwardedOf();
        var content =
                new Content(
                        shape.type(),
                        shape.text(),
                        shape.replyTo(),
                        peopleOrNone(shape.mentions()),
                        shape.data(),
                        forwardedOf == null ? null : MessageId.parse(forwardedOf).orElseThrow(),
                        attached(shape));
        return new Durable.Posted(new ClientId(shape.clientId()), content);
    }

    private static @Nullable List<Attached1> attachedOrNull(Content content) {
        var attached = content.attachments().stream().map(Codec::attached).toList();
        return attached.isEmpty() ? null : attached;
    }

    private static List<Attachment> attached(Posted1 shape) {
        var attached = shape.attachments();
        return attached == null ? List.of() : attached.stream().map(Codec::attached).toList();
    }

    private static Attached1 attached(Attachment attachment) {
        var look = attachment.look();
        var duration = look.duration();
        return new Attached1(
                attachment.id().toString(),
                attachment.name(),
                attachment.type(),
                Row.word(attachment.kind()),
                attachment.size(),
                look.width(),
                look.height(),
                duration == null ? null : duration.toMillis(),
                look.thumbnail());
    }

    private static Attachment attached(Attached1 shape) {
        var millis = shape.millis();
        var duration = millis == null ? null : Duration.ofMillis(millis);
        return new Attachment(
                AttachmentId.parse(shape.id()).orElseThrow(),
                shape.name(),
                shape.type(),
                Attachment.Kind.valueOf(shape.kind().toUpperCase(Locale.ROOT)),
                shape.size(),
                new Look(shape.width(), shape.height(), duration, shape.thumbnail()));
    }

    private static Durable edited(Edited1 shape) {
        return new Durable.Edited(shape.message(), shape.text(), peopleOrNone(shape.mentions()));
    }

    private static Durable left(MemberLeft1 shape) {
        var newOwner = shape.newOwner();
        return new Durable.MemberLeft(newOwner == null ? null : person(newOwner));
    }

    Stored write(Personal event) {
        return switch (event) {
            case Personal.AddedTo(var conversation, var seq) ->
                    store("added_to", new AddedTo1(conversation.toString(), seq));
            case Personal.RemovedFrom(var conversation, var seq) ->
                    store("removed_from", new RemovedFrom1(conversation.toString(), seq));
            case Personal.Hidden(var conversation, var seq) ->
                    store("hidden", new Hidden1(conversation.toString(), seq));
            case Personal.OwnRead(var conversation, var ord, var seq) ->
                    store("own_read", new OwnRead1(conversation.toString(), ord, seq));
            case Personal.Arranged arranged -> store("arranged", shape(arranged));
            case Personal.Cleared(var conversation, var seq, var ord) ->
                    store("cleared", new Cleared1(conversation.toString(), seq, ord));
            case Personal.Blocked(var person) -> store("blocked", new Blocked1(person.toString()));
            case Personal.Unblocked(var person) ->
                    store("unblocked", new Unblocked1(person.toString()));
        };
    }

    Personal readPersonal(Stored stored) {
        return switch (stored.kind() + stored.version()) {
            case "added_to1" -> {
                var shape = shape(stored, AddedTo1.class);
                yield new Personal.AddedTo(conversation(shape.conversation()), shape.seq());
            }
            case "removed_from1" -> {
                var shape = shape(stored, RemovedFrom1.class);
                yield new Personal.RemovedFrom(conversation(shape.conversation()), shape.seq());
            }
            case "hidden1" -> {
                var shape = shape(stored, Hidden1.class);
                yield new Personal.Hidden(conversation(shape.conversation()), shape.seq());
            }
            case "own_read1" -> {
                var shape = shape(stored, OwnRead1.class);
                yield new Personal.OwnRead(
                        conversation(shape.conversation()), shape.ord(), shape.seq());
            }
            case "arranged1" -> arranged(shape(stored, Arranged1.class));
            case "cleared1" -> {
                var shape = shape(stored, Cleared1.class);
                yield new Personal.Cleared(
                        conversation(shape.conversation()), shape.seq(), shape.ord());
            }
            case "blocked1" -> new Personal.Blocked(person(shape(stored, Blocked1.class).person()));
            case "unblocked1" ->
                    new Personal.Unblocked(person(shape(stored, Unblocked1.class).person()));
            default -> throw unknown(stored);
        };
    }

    private static Arranged1 shape(Personal.Arranged arranged) {
        var now = arranged.arrangement();
        var mutedUntil = now.mutedUntil();
        return new Arranged1(
                arranged.conversation().toString(),
                now.pinned(),
                mutedUntil == null ? null : mutedUntil.toEpochMilli(),
                now.archived(),
                now.markedUnread(),
                now.draft(),
                now.clearedSeq(),
                arranged.movesTotal());
    }

    private static Personal arranged(Arranged1 shape) {
        var mutedUntil = shape.mutedUntil();
        return new Personal.Arranged(
                conversation(shape.conversation()),
                new Arrangement(
                        shape.pinned(),
                        mutedUntil == null ? null : Instant.ofEpochMilli(mutedUntil),
                        shape.archived(),
                        shape.markedUnread(),
                        shape.draft(),
                        shape.clearedSeq()),
                !Boolean.FALSE.equals(shape.movesTotal()));
    }

    private Stored store(String kind, Shapes shape) {
        try {
            return new Stored(kind, 1, json.writeValueAsString(shape));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event that cannot be written", e);
        }
    }

    private <S extends Shapes> S shape(Stored stored, Class<S> type) {
        try {
            return json.readValue(stored.body(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored event that cannot be read", e);
        }
    }

    private static IllegalStateException unknown(Stored stored) {
        return new IllegalStateException(
                "a stored event of the unknown kind " + stored.kind() + " " + stored.version());
    }

    private static List<String> texts(List<PersonId> people) {
        return people.stream().map(PersonId::toString).toList();
    }

    private static @Nullable List<String> textsOrNull(List<PersonId> people) {
        return people.isEmpty() ? null : texts(people);
    }

    private static List<PersonId> peopleOrNone(@Nullable List<String> texts) {
        return texts == null ? List.of() : people(texts);
    }

    private static @Nullable String textOrNull(@Nullable PersonId person) {
        return person == null ? null : person.toString();
    }

    private static List<PersonId> people(List<String> texts) {
        return texts.stream().map(Codec::person).toList();
    }

    private static PersonId person(String text) {
        return PersonId.parse(text).orElseThrow();
    }

    private static ConversationId conversation(String text) {
        return ConversationId.parse(text).orElseThrow();
    }
}
