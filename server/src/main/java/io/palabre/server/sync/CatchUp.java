// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.sync;

import static io.palabre.server.edge.Route.Method.POST;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Intervals;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.Ulid;
import io.palabre.core.inbox.Inbox;
import io.palabre.core.log.Epoch;
import io.palabre.core.log.Log;
import io.palabre.core.log.Missed;
import io.palabre.core.sync.Cursors;
import io.palabre.core.sync.Sync;
import io.palabre.core.sync.SyncPage;
import io.palabre.server.delivery.Wording;
import io.palabre.server.edge.Answer;
import io.palabre.server.edge.Client;
import io.palabre.server.edge.Event;
import io.palabre.server.edge.Request;
import io.palabre.server.edge.Route;
import io.palabre.server.edge.Said;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A client says which numbers it holds, and gets all that followed.
public final class CatchUp {
    private final Log log;
    private final Inbox inbox;
    private final Wording wording;
    private final KeptPages kept;

    public CatchUp(Log log, Inbox inbox, Wording wording, Json json) {
        this.log = log;
        this.inbox = inbox;
        this.wording = wording;
        kept = new KeptPages(json);
    }

    public List<Route> routes() {
        return List.of(Route.signedIn(POST, "/api/sync", this::overRest));
    }

    public List<Event> events() {
        return List.of(new Event("sync", this::overSocket));
    }

    record Wish(@Nullable String epoch, @Nullable Long ownSeq, Map<String, Long> cursors) {}

    record Answered(String epoch, long ownSeq) {}

    /// @param epochChanged true when the client's history is another; there are no pages then
    record Synced(
            List<Part.Page> pages,
            String epoch,
            long ownSeq,
            long unreadTotal,
            @Nullable Boolean epochChanged) {}

    private Object overSocket(Client client, Said said) {
        var end = new ArrayList<Answered>(1);
        run(
                client.caller(),
                said.read(Wish.class),
                part -> {
                    switch (part) {
                        case Part.Page page -> client.emit("sync_page", page);
                        case Part.Kept(_, var words) -> client.emit(words);
                        case Part.EpochChanged changed -> {
                            client.emit("epoch_changed", changed);
                            end.add(new Answered(changed.epoch(), 0));
                        }
                        case Part.Done done -> {
                            client.emit("sync_done", done);
                            end.add(new Answered(done.epoch(), done.ownSeq()));
                        }
                    }
                });
        return end.getFirst();
    }

    private Answer overRest(Request request) {
        var pages = new ArrayList<Part.Page>();
        var end = new ArrayList<Synced>(1);
        run(
                request.caller(),
                request.read(Wish.class),
                part -> {
                    switch (part) {
                        case Part.Page page -> pages.add(page);
                        case Part.Kept(var page, _) -> pages.add(page);
                        case Part.EpochChanged changed ->
                                end.add(new Synced(pages, changed.epoch(), 0, 0, true));
                        case Part.Done done ->
                                end.add(
                                        new Synced(
                                                pages,
                                                done.epoch(),
                                                done.ownSeq(),
                                                done.unreadTotal(),
                                                null));
                    }
                });
        return Answer.ok(end.getFirst());
    }

    private void run(PersonId caller, Wish wish, Consumer<Part> out) {
        var cursors = cursors(wish);
        gone(wish).forEach(out);
        new Sync(log).run(caller, cursors, page -> parts(caller, page).forEach(out));
    }

    private List<? extends Part> parts(PersonId reader, SyncPage page) {
        return switch (page) {
            case SyncPage.Behind(var conversations) -> missed(reader, conversations);
            case SyncPage.Own(var entries) ->
                    List.of(
                            Part.Page.of(
                                    null,
                                    entries.stream()
                                            .flatMap(e -> wording.of(e).stream())
                                            .toList()));
            case SyncPage.ReloadOwn _ -> List.of(Part.Page.reload(null));
            case SyncPage.Reload(var where) -> List.of(Part.Page.reload(where.toString()));
            case SyncPage.Gone(var where) -> List.of(Part.Page.gone(where.toString()));
            case SyncPage.EpochChanged(var epoch) ->
                    List.of(new Part.EpochChanged(epoch.toString()));
            case SyncPage.Done(var epoch, var own) ->
                    List.of(new Part.Done(epoch.toString(), own, inbox.unreadTotal(reader)));
        };
    }

    private List<Part> missed(PersonId reader, Map<ConversationId, Missed> conversations) {
        var parts = new ArrayList<Part>();
        var unread = new HashMap<ConversationId, Intervals>();
        conversations.forEach(
                (where, missed) -> {
                    var found = missed.alike() ? kept.find(where, missed.part()) : null;
                    if (found == null) unread.put(where, missed.part());
                    else parts.add(found);
                });
        if (unread.isEmpty()) return parts;
        var heard = wording.of(log.entries(unread), reader);
        var alike = alike(reader, conversations, heard);
        for (var some : heard) {
            var where = some.conversation();
            var page = Part.Page.of(where.toString(), some.events());
            boolean keep = alike.contains(where);
            parts.add(
                    keep
                            ? kept.keep(where, Objects.requireNonNull(unread.get(where)), page)
                            : page);
        }
        return parts;
    }

    /// Of what was just read, that which is for all alike. It is as it was at the last number then:
    /// none has come since.
    private Set<ConversationId> alike(
            PersonId reader, Map<ConversationId, Missed> missed, List<Wording.Heard> heard) {
        var held = new HashMap<ConversationId, Long>();
        for (var some : heard) {
            var found = missed.get(some.conversation());
            if (found != null && found.alike() && some.alike()) {
                held.put(some.conversation(), found.part().all().getFirst().first() - 1);
            }
        }
        if (held.isEmpty()) return Set.of();
        var now = log.missed(reader, held);
        held.keySet().removeIf(where -> !Objects.equals(missed.get(where), now.get(where)));
        return held.keySet();
    }

    private static Cursors cursors(Wish wish) {
        if (wish.cursors().size() > Cursors.MOST_CONVERSATIONS) {
            throw Refused.field(
                    "cursors",
                    Refusal.BAD_REQUEST,
                    "`cursors` has at most %d conversations."
                            .formatted(Cursors.MOST_CONVERSATIONS));
        }
        var conversations = new HashMap<ConversationId, Long>();
        wish.cursors()
                .forEach(
                        (text, seq) ->
                                ConversationId.parse(text)
                                        .ifPresent(id -> conversations.put(id, atLeast0(seq))));
        var own = Objects.requireNonNullElse(wish.ownSeq(), 0L);
        return new Cursors(epoch(wish.epoch()), atLeast0(own), conversations);
    }

    /// What is no id at all names nothing that exists: it is gone, and the others are not held up.
    private static List<Part.Page> gone(Wish wish) {
        return wish.cursors().keySet().stream()
                .filter(text -> ConversationId.parse(text).isEmpty())
                .map(Part.Page::gone)
                .toList();
    }

    private static long atLeast0(@Nullable Long seq) {
        if (seq == null || seq < 0) {
            throw Refused.because(Refusal.BAD_REQUEST, "A number must be 0 or more.");
        }
        return seq;
    }

    private static @Nullable Epoch epoch(@Nullable String text) {
        if (text == null) return null;
        return Ulid.parse(text)
                .map(Epoch::new)
                .orElseThrow(
                        () -> Refused.because(Refusal.BAD_REQUEST, "`epoch` is not one of ours."));
    }
}
