// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.receipts;

import static io.palabre.server.edge.Route.Method.GET;
import static io.palabre.server.edge.Route.Method.POST;

import io.palabre.core.Refusal;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.inbox.Inbox;
import io.palabre.core.people.People;
import io.palabre.core.people.Person;
import io.palabre.core.receipts.Mark;
import io.palabre.core.receipts.Reach;
import io.palabre.core.receipts.Receipt;
import io.palabre.core.receipts.Receipts;
import io.palabre.server.edge.Answer;
import io.palabre.server.edge.Request;
import io.palabre.server.edge.Route;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.UserShape;
import io.palabre.server.wire.Users;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `…/delivered` and `…/receipts`
public final class ReceiptRoutes {
    private final Marks marks;
    private final Receipts receipts;
    private final Inbox inbox;
    private final People people;
    private final Users users;

    public ReceiptRoutes(Marks marks, Receipts receipts, Inbox inbox, People people, Users users) {
        this.marks = marks;
        this.receipts = receipts;
        this.inbox = inbox;
        this.people = people;
        this.users = users;
    }

    public List<Route> routes() {
        return List.of(
                Route.signedIn(
                        POST, "/api/conversations/{conversationId}/delivered", this::delivered),
                Route.signedIn(GET, "/api/messages/{messageId}/receipts", this::list));
    }

    record UpTo(@Nullable Long seq) {}

    record ReceiptShape(
            UserShape user, boolean read, @Nullable Instant readAt, @Nullable Instant deliveredAt) {
        static ReceiptShape of(Receipt receipt, UserShape user) {
            return new ReceiptShape(user, receipt.read(), receipt.readAt(), receipt.deliveredAt());
        }
    }

    record Page(List<ReceiptShape> receipts, int readCount, int deliveredCount, int memberCount) {}

    private Answer delivered(Request request) {
        var upTo = request.readOr(UpTo.class, new UpTo(null));
        var conversation = request.conversation();
        ReceiptEvents.checkMember(inbox, request.caller(), conversation);
        marks.add(new Mark(request.caller(), conversation, ReceiptEvents.upTo(upTo.seq())));
        return Answer.nothing();
    }

    /// Who sends no receipts sees none; nobody sees any of those with whom they have nothing to do.
    private Answer list(Request request) {
        var message =
                MessageId.parse(request.parameter("messageId"))
                        .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
        var reach =
                receipts.of(request.caller(), message, request.limit())
                        .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
        return Answer.ok(
                people.byId(request.caller())
                        .filter(viewer -> viewer.profile().readReceipts())
                        .map(viewer -> page(viewer.id(), known(viewer, reach)))
                        .orElseGet(() -> page(request.caller(), Reach.NOBODY)));
    }

    /// Without those of whom the viewer learns nothing: to them it has not come at all.
    private Reach known(Person viewer, Reach reach) {
        var seen = users.receiptsSeenBy(viewer);
        var parts =
                reach.receipts().stream()
                        .collect(Collectors.partitioningBy(one -> seen.test(one.person())));
        var unseen = parts.getOrDefault(false, List.of());
        var read = (int) unseen.stream().filter(Receipt::read).count();
        return new Reach(
                parts.getOrDefault(true, List.of()),
                reach.read() - read,
                reach.delivered() - unseen.size(),
                reach.members());
    }

    private Page page(PersonId viewer, Reach reach) {
        var known = people.byIds(reach.receipts().stream().map(Receipt::person).toList());
        var shapes =
                reach.receipts().stream()
                        .flatMap(one -> shape(viewer, one, known.get(one.person())))
                        .toList();
        return new Page(shapes, reach.read(), reach.delivered(), reach.members());
    }

    private Stream<ReceiptShape> shape(PersonId viewer, Receipt receipt, @Nullable Person person) {
        return person == null
                ? Stream.empty()
                : Stream.of(ReceiptShape.of(receipt, users.seenBy(viewer, person)));
    }
}
