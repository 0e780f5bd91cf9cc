// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.conversations;

import static io.palabre.server.edge.Route.Method.DELETE;
import static io.palabre.server.edge.Route.Method.GET;
import static io.palabre.server.edge.Route.Method.PATCH;
import static io.palabre.server.edge.Route.Method.POST;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Role;
import io.palabre.core.ids.ClientId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.ProductId;
import io.palabre.core.inbox.Inbox;
import io.palabre.core.log.Log;
import io.palabre.core.people.People;
import io.palabre.core.people.Person;
import io.palabre.server.edge.Answer;
import io.palabre.server.edge.Request;
import io.palabre.server.edge.Route;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.ConversationShape;
import io.palabre.server.wire.MeShape;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `/api/conversations…`, save for the messages in them.
public final class ConversationRoutes {
    private final Log log;
    private final Inbox inbox;
    private final People people;
    private final Views views;
    private final Listing listing;

    public ConversationRoutes(Log log, Inbox inbox, People people, Views views) {
        this.log = log;
        this.inbox = inbox;
        this.people = people;
        this.views = views;
        listing = new Listing(inbox, views);
    }

    public List<Route> routes() {
        var one = "/api/conversations/{conversationId}";
        return List.of(
                Route.signedIn(GET, "/api/conversations/check", this::check),
                Route.signedIn(POST, "/api/conversations/check", this::checkPosted),
                Route.signedIn(GET, "/api/conversations", this::list),
                Route.signedIn(POST, "/api/conversations", this::create),
                Route.signedIn(GET, "/api/messages/conversations", this::list),
                Route.signedIn(POST, "/api/messages/conversations", this::create),
                Route.signedIn(GET, one, this::show),
                Route.signedIn(PATCH, one, this::describe),
                Route.signedIn(POST, one + "/members", this::add),
                Route.signedIn(PATCH, one + "/members/{userId}", this::giveRole),
                Route.signedIn(DELETE, one + "/members/{userId}", this::remove),
                Route.signedIn(POST, one + "/leave", this::leave));
    }

    record Check(String userId) {}

    record Checked(
            boolean exists, @Nullable ConversationShape conversation, @Nullable MeShape me) {}

    /// @param sellerId by id or username
    /// @param sellerName as the seller's page says it, which nobody needs here
    record Create(
            @Nullable String type,
            @Nullable String userId,
            @Nullable String title,
            @Nullable List<String> memberIds,
            @Nullable String clientId,
            @Nullable String productId,
            @Nullable String sellerId,
            @Nullable String sellerName) {

        String kind() {
            if (type != null) return type;
            return productId == null ? "private" : "product";
        }

        boolean isOf(@Nullable Object... parts) {
            return Stream.of(userId, title, memberIds, clientId, productId, sellerId, sellerName)
                    .filter(Objects::nonNull)
                    .allMatch(given -> Arrays.asList(parts).contains(given));
        }
    }

    record Created(ConversationShape conversation, MeShape me, boolean created) {}

    record Describe(@Nullable String title, @Nullable String avatarUrl) {}

    record GiveRole(String role) {}

    record AddMembers(List<String> userIds) {}

    private Answer check(Request request) {
        var other =
                request.query("userId")
                        .orElseThrow(
                                () -> Refused.because(Refusal.BAD_REQUEST, "`userId` is missing."));
        return check(request.caller(), person(other));
    }

    private Answer checkPosted(Request request) {
        return check(request.caller(), person(request.read(Check.class).userId()));
    }

    private Answer check(PersonId caller, PersonId other) {
        if (caller.equals(other)) throw Refused.because(Refusal.SELF_CONVERSATION);
        return Answer.ok(
                inbox.privateBetween(caller, other)
                        .flatMap(id -> views.find(caller, id))
                        .map(view -> new Checked(true, view.conversation(), view.me()))
                        .orElse(new Checked(false, null, null)));
    }

    private Answer list(Request request) {
        return Answer.ok(listing.page(request));
    }

    private Answer create(Request request) {
        var done = Refused.unlessAccepted(log.commit(start(request)));
        var view = views.of(request.caller(), done.conversation());
        var shape = new Created(view.conversation(), view.me(), !done.repeated());
        return done.repeated() ? Answer.ok(shape) : Answer.created(shape);
    }

    private Command start(Request request) {
        var wish = request.read(Create.class);
        return switch (wish.kind()) {
            case "private" -> startPrivate(request.caller(), wish);
            case "group" -> startGroup(request.caller(), wish);
            case "product" -> startAbout(request.caller(), wish);
            default ->
                    throw Refused.because(
                            Refusal.BAD_REQUEST, "`type` is `private`, `group` or `product`.");
        };
    }

    private static Command startPrivate(PersonId caller, Create wish) {
        if (wish.userId() == null || !wish.isOf(wish.userId(), wish.clientId())) {
            throw Refused.because(
                    Refusal.BAD_REQUEST,
                    "A private conversation takes `userId`; a group takes `type`, `title` and"
                            + " `memberIds`; one about a product takes `productId` and `sellerId`.");
        }
        return new Command.StartPrivate(caller, person(wish.userId()));
    }

    private static Command startGroup(PersonId caller, Create wish) {
        if (!wish.isOf(wish.title(), wish.memberIds(), wish.clientId())) {
            throw Refused.because(
                    Refusal.BAD_REQUEST, "A group takes `title`, `memberIds` and `clientId`.");
        }
        var title = Objects.requireNonNullElse(wish.title(), "");
        var others = Objects.requireNonNullElse(wish.memberIds(), List.<String>of());
        return new Command.StartGroup(caller, title, persons(others), clientId(wish.clientId()));
    }

    private Command startAbout(PersonId caller, Create wish) {
        var product = wish.productId();
        var seller = wish.sellerId();
        if (product == null
                || seller == null
                || !wish.isOf(product, seller, wish.sellerName(), wish.clientId())) {
            throw Refused.because(
                    Refusal.BAD_REQUEST,
                    "A conversation about a product takes `productId` and `sellerId`.");
        }
        return new Command.StartAbout(
                caller,
                ProductId.parse(product)
                        .orElseThrow(() -> Refused.because(Refusal.PRODUCT_NOT_FOUND)),
                people.byName(seller)
                        .map(Person::id)
                        .orElseThrow(() -> Refused.because(Refusal.PERSON_NOT_FOUND)));
    }

    private Answer show(Request request) {
        return Answer.ok(views.of(request.caller(), request.conversation()));
    }

    private Answer describe(Request request) {
        var wish = request.read(Describe.class);
        if (wish.title() == null && wish.avatarUrl() == null) {
            throw Refused.because(Refusal.BAD_REQUEST, "It takes `title`, `avatarUrl`, or both.");
        }
        return changed(
                request,
                new Command.Describe(
                        request.caller(), request.conversation(), wish.title(), wish.avatarUrl()));
    }

    private Answer giveRole(Request request) {
        var role = role(request.read(GiveRole.class).role());
        return changed(
                request,
                new Command.GiveRole(
                        request.caller(), request.conversation(), request.person(), role));
    }

    private static Role role(String word) {
        return switch (word) {
            case "owner" -> Role.OWNER;
            case "admin" -> Role.ADMIN;
            case "member" -> Role.MEMBER;
            default ->
                    throw Refused.because(
                            Refusal.BAD_REQUEST, "`role` is `owner`, `admin` or `member`.");
        };
    }

    private static @Nullable ClientId clientId(@Nullable String text) {
        if (text == null) return null;
        return ClientId.parse(text).orElseThrow(() -> Refused.because(Refusal.BAD_CLIENT_ID));
    }

    private Answer add(Request request) {
        var people = persons(request.read(AddMembers.class).userIds());
        return changed(
                request, new Command.AddMembers(request.caller(), request.conversation(), people));
    }

    private Answer remove(Request request) {
        Refused.unlessAccepted(
                log.commit(
                        new Command.RemoveMember(
                                request.caller(), request.conversation(), request.person())));
        return Answer.nothing();
    }

    private Answer leave(Request request) {
        Refused.unlessAccepted(
                log.commit(new Command.Leave(request.caller(), request.conversation())));
        return Answer.nothing();
    }

    private Answer changed(Request request, Command command) {
        Refused.unlessAccepted(log.commit(command));
        return show(request);
    }

    private static List<PersonId> persons(List<String> ids) {
        return ids.stream().map(ConversationRoutes::person).toList();
    }

    private static PersonId person(String id) {
        return PersonId.parse(id).orElseThrow(() -> Refused.because(Refusal.PERSON_NOT_FOUND));
    }
}
