// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.delivery;

import io.palabre.core.Refusal;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.inbox.Inbox;
import io.palabre.core.log.Log;
import io.palabre.core.people.People;
import io.palabre.server.edge.Client;
import io.palabre.server.health.Version;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.UserShape;
import io.palabre.server.wire.Users;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Seats a new socket among those that are told: at one exact place in the order of commits it
/// joins its person's conversations and hears hello, what its person's own log took while hello was
/// being written, and how much there is to read. Nothing falls between, and no total is told behind
/// a newer one.
public final class Seating {
    private static final int AT_ONCE = 200;
    private static final List<String> CAPABILITIES =
            List.of(
                    "sync",
                    "groups",
                    "read_receipts",
                    "delivered_receipts",
                    "presence",
                    "typing",
                    "edits",
                    "reactions",
                    "pins");

    private final Log log;
    private final Inbox inbox;
    private final People people;
    private final Delivery delivery;
    private final Wording wording;
    private final Users users;

    /// What everyone is shown as comes from `users`.
    public Seating(
            Log log, Inbox inbox, People people, Delivery delivery, Wording wording, Users users) {
        this.users = users;
        this.log = log;
        this.inbox = inbox;
        this.people = people;
        this.delivery = delivery;
        this.wording = wording;
    }

    record Hello(UserShape user, Server server, String epoch, long ownSeq, long unreadTotal) {}

    record Server(String version, List<String> capabilities, String durability) {}

    record UnreadTotal(long total) {}

    /// Returns who it is, when the socket has been told hello.
    ///
    /// @param join puts the socket into the rooms of these conversations
    public UserShape seat(Client client, Consumer<Set<ConversationId>> join) {
        var person = client.caller();
        var hello = hello(person);
        var seated = new AtomicReference<CompletableFuture<Void>>();
        log.atMembership(
                person,
                conversations ->
                        seated.set(
                                CompletableFuture.runAsync(
                                        () -> {
                                            join.accept(conversations);
                                            client.emit("authenticated", hello);
                                            tellMeanwhile(client, hello.ownSeq());
                                        },
                                        delivery::inOrder)));
        await(seated.get());
        return hello.user();
    }

    private static void await(CompletableFuture<Void> seated) {
        try {
            seated.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : e;
        }
    }

    /// Who somebody is.
    public UserShape who(PersonId person) {
        return people.byId(person)
                .map(users::own)
                .orElseThrow(() -> Refused.because(Refusal.UNAUTHENTICATED));
    }

    private Hello hello(PersonId person) {
        var server = new Server(Version.current(), CAPABILITIES, "disk");
        return new Hello(
                who(person),
                server,
                log.epoch().toString(),
                log.ownHead(person),
                inbox.unreadTotal(person));
    }

    /// The others wait meanwhile for what they are told: mostly there is nothing to look up.
    private void tellMeanwhile(Client client, long ownSeq) {
        var person = client.caller();
        if (log.ownHead(person) > ownSeq) {
            log.ownAfter(person, ownSeq, AT_ONCE).stream()
                    .flatMap(own -> wording.of(own).stream())
                    .forEach(worded -> client.emit(worded.event(), worded.data()));
        }
        client.emit("unread_total", new UnreadTotal(inbox.unreadTotal(person)));
    }
}
