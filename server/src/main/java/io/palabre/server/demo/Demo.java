// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.demo;

import io.palabre.core.catalogue.Catalogue;
import io.palabre.core.catalogue.Product;
import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Content;
import io.palabre.core.ids.ClientId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.ProductId;
import io.palabre.core.log.Log;
import io.palabre.core.people.Enrolment;
import io.palabre.core.people.Newcomer;
import io.palabre.core.people.PersonRole;
import io.palabre.core.people.Profile;
import io.palabre.core.people.Status;
import io.palabre.core.presence.Trace;
import io.palabre.core.presence.TraceBook;
import io.palabre.server.accounts.AccountStore;
import io.palabre.server.refusal.Refused;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Plays [Script] into an empty store: people enrol, open conversations, write and read, each at
/// its time. Their passwords are known to everybody, so a store is a demo's or real people's.
public final class Demo {
    /// What others than `admin` and `manager` sign in with.
    private static final String PASSWORD = "demo";

    /// Hashes of passwords that everybody knows, made beforehand: a demo starts without making any.
    private static final Map<String, String> PROOFS =
            Map.of(
                    PASSWORD,
                    "$argon2id$v=19$m=19456,t=2,p=1$dURDZk6pa2SNDeP4hs8xgg$kyZM3FfxwnQs3BwFpmvw1CBmw0xEZlo0trUrXYXXXCA",
                    "admin",
                    "$argon2id$v=19$m=19456,t=2,p=1$rPN7RifkWk/BnAnxAAgzIQ$hCBzOkR2mNhooiOgyPuzquZQDrY7V1buCgwxl0U1d4U",
                    "manager",
                    "$argon2id$v=19$m=19456,t=2,p=1$UPCVPoaCDH9SsuojAlLlTw$x/w5NhZcpweFizciw4GOjBineG1QCRmBo7QKmfLkVxQ");

    private final AccountStore accounts;
    private final Log log;
    private final Catalogue catalogue;
    private final TraceBook traces;
    private final PastTime time;
    private final Map<String, PersonId> people = new HashMap<>();
    private int sent;

    public Demo(
            AccountStore accounts, Log log, Catalogue catalogue, TraceBook traces, PastTime time) {
        this.traces = traces;
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.log = log;
        this.time = time;
    }

    /// Whom one can be, for the start's banner.
    public static String accounts() {
        return "admin/admin, manager/manager, or awa, ibrahim, mariam, claire, … with password demo";
    }

    /// Whether there is nobody in a store yet.
    public static boolean mayPlay(AccountStore accounts) {
        return accounts.people().search("", null, 1).people().isEmpty();
    }

    /// The usernames of those who may sign in with a password that everybody knows.
    public static List<String> openAccounts(AccountStore accounts) {
        return Script.read(Instant.EPOCH, ZoneOffset.UTC).people().stream()
                .map(Script.Role::username)
                .filter(username -> isOpen(accounts, username))
                .toList();
    }

    private static boolean isOpen(AccountStore accounts, String username) {
        return accounts.people()
                .byUsername(username)
                .filter(person -> !person.isDisabled())
                .flatMap(person -> accounts.passwords().proof(person.id()))
                .filter(PROOFS::containsValue)
                .isPresent();
    }

    /// Plays it.
    public void play() {
        var script = Script.read(time.present(), ZoneId.systemDefault());
        time.set(script.beginning());
        enrol(script.people());
        script.products().forEach(this::offer);
        script.conversations().forEach(this::play);
        traces.keep(script.conversations().stream().flatMap(this::traces).toList());
        time.letGo();
    }

    private void enrol(List<Script.Role> roles) {
        for (var role : roles) {
            var newcomer =
                    new Newcomer(
                            role.username(),
                            role.username().equals("admin") ? PersonRole.ADMIN : PersonRole.USER,
                            new Profile(role.name(), null, Status.AVAILABLE, role.about(), true),
                            null,
                            null);
            switch (accounts.people().enrol(newcomer, proof(role))) {
                case Enrolment.Enrolled(var person) -> people.put(role.username(), person.id());
                case Enrolment.Refused refused -> throw Refused.because(refused.refusal());
            }
        }
    }

    private void offer(Script.Offer offer) {
        var price = new Product.Price(offer.price(), offer.currency());
        var image = "/demo/" + offer.image();
        var id = new ProductId(offer.id());
        catalogue.put(new Product(id, person(offer.seller()), offer.title(), price, image, null));
    }

    private static String proof(Script.Role role) {
        return Objects.requireNonNull(PROOFS.getOrDefault(role.username(), PROOFS.get(PASSWORD)));
    }

    private void play(Script.Conversation conversation) {
        time.set(conversation.lines().getFirst().at());
        var id = commit(start(conversation));
        conversation.lines().forEach(line -> play(id, line));
    }

    private Command start(Script.Conversation conversation) {
        var members = conversation.members().stream().map(this::person).toList();
        var by = members.getFirst();
        return switch (conversation.kind()) {
            case Script.Kind.Private _ -> new Command.StartPrivate(by, members.getLast());
            case Script.Kind.Group(var title) ->
                    new Command.StartGroup(by, title, members.subList(1, members.size()));
            case Script.Kind.About(var product) ->
                    new Command.StartAbout(by, new ProductId(product), members.getLast());
        };
    }

    private void play(ConversationId conversation, Script.Line line) {
        time.set(line.at());
        var by = person(line.by());
        commit(
                line.text() == null
                        ? new Command.MarkRead(by, conversation, Long.MAX_VALUE)
                        : new Command.Post(
                                by,
                                conversation,
                                new ClientId("demo-" + ++sent),
                                Content.text(line.text())));
    }

    /// Whoever wrote or read something was there then.
    private Stream<Trace> traces(Script.Conversation conversation) {
        return conversation.lines().stream()
                .map(line -> new Trace(person(line.by()), line.at(), line.at()));
    }

    private ConversationId commit(Command command) {
        return Refused.unlessAccepted(log.commit(command)).conversation();
    }

    private PersonId person(String username) {
        return Objects.requireNonNull(people.get(username), username);
    }
}
