// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.blocking;

import io.palabre.core.Refusal;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.inbox.Inbox;
import io.palabre.core.people.People;
import io.palabre.core.reports.Matter;
import io.palabre.core.reports.Reason;
import io.palabre.core.reports.Report;
import io.palabre.core.reports.Reports;
import io.palabre.server.refusal.Refused;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What people report, and that it is something they may see.
public final class Complaints {
    private static final int LONGEST = 2_000;

    private final Inbox inbox;
    private final People people;
    private final Reports reports;

    public Complaints(Inbox inbox, People people, Reports reports) {
        this.inbox = inbox;
        this.people = people;
        this.reports = reports;
    }

    /// `FileReport` in `openapi.yaml`.
    public record Complaint(
            @Nullable String messageId,
            @Nullable String userId,
            @Nullable String conversationId,
            String reason,
            @Nullable String text) {}

    Report file(PersonId by, Complaint complaint) {
        var text = complaint.text() == null ? null : complaint.text().strip();
        if (text != null && text.length() > LONGEST) {
            throw Refused.because(
                    Refusal.TOO_LARGE, "`text` has at most %d characters.".formatted(LONGEST));
        }
        var reason = reason(complaint.reason());
        return reports.file(
                by, matter(by, complaint), reason, text == null || text.isEmpty() ? null : text);
    }

    private Matter matter(PersonId by, Complaint complaint) {
        var message = complaint.messageId();
        var user = complaint.userId();
        var conversation = complaint.conversationId();
        if (Stream.of(message, user, conversation).filter(Objects::nonNull).count() != 1) {
            throw Refused.because(
                    Refusal.BAD_REQUEST,
                    "One of `messageId`, `userId` and `conversationId` is reported.");
        }
        if (message != null) return message(by, message);
        return user == null ? conversation(by, String.valueOf(conversation)) : person(by, user);
    }

    private Matter message(PersonId by, String text) {
        var id = MessageId.parse(text).orElseThrow(Complaints::noMessage);
        var found = inbox.message(by, id).orElseThrow(Complaints::noMessage);
        return new Matter(id, found.posted().by(), id.conversation(), found.content().text());
    }

    private Matter person(PersonId by, String text) {
        var id =
                PersonId.parse(text)
                        .filter(person -> !person.equals(by))
                        .filter(person -> people.byId(person).isPresent())
                        .orElseThrow(() -> Refused.because(Refusal.PERSON_NOT_FOUND));
        return new Matter(null, id, null, null);
    }

    private Matter conversation(PersonId by, String text) {
        var id =
                ConversationId.parse(text)
                        .filter(conversation -> inbox.conversation(by, conversation).isPresent())
                        .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
        return new Matter(null, null, id, null);
    }

    private static Refused noMessage() {
        return Refused.because(Refusal.MESSAGE_NOT_FOUND);
    }

    private static Reason reason(String word) {
        return switch (word) {
            case "spam" -> Reason.SPAM;
            case "abuse" -> Reason.ABUSE;
            case "fraud" -> Reason.FRAUD;
            case "other" -> Reason.OTHER;
            default ->
                    throw Refused.field(
                            "reason",
                            Refusal.BAD_REQUEST,
                            "`reason` is spam, abuse, fraud or other.");
        };
    }
}
