// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wiring;

import io.palabre.server.accounts.AccountRoutes;
import io.palabre.server.accounts.Accounts;
import io.palabre.server.accounts.Probes;
import io.palabre.server.accounts.Registrar;
import io.palabre.server.accounts.RegistrarRoutes;
import io.palabre.server.arranging.MyPartRoutes;
import io.palabre.server.attachments.Attaching;
import io.palabre.server.blocking.BlockRoutes;
import io.palabre.server.blocking.Complaints;
import io.palabre.server.blocking.ReportRoutes;
import io.palabre.server.catalogue.ProductRoutes;
import io.palabre.server.conversations.ConversationEvents;
import io.palabre.server.conversations.ConversationRoutes;
import io.palabre.server.conversations.Views;
import io.palabre.server.edge.Event;
import io.palabre.server.edge.Route;
import io.palabre.server.messages.Changing;
import io.palabre.server.messages.ChangingEvents;
import io.palabre.server.messages.ChangingRoutes;
import io.palabre.server.messages.Forwarding;
import io.palabre.server.messages.MessageEvents;
import io.palabre.server.messages.MessageRoutes;
import io.palabre.server.messages.Messages;
import io.palabre.server.people.PeopleRoutes;
import io.palabre.server.people.Profiles;
import io.palabre.server.pictures.GroupPictures;
import io.palabre.server.pictures.PersonPictures;
import io.palabre.server.pictures.Portraying;
import io.palabre.server.presence.OperatorRoutes;
import io.palabre.server.presence.PresenceEvents;
import io.palabre.server.presence.PresenceRoutes;
import io.palabre.server.receipts.ReceiptEvents;
import io.palabre.server.receipts.ReceiptRoutes;
import io.palabre.server.search.SearchRoutes;
import io.palabre.server.sync.CatchUp;
import io.palabre.server.typing.TypingEvents;
import io.palabre.server.wire.Users;
import io.palabre.sql.SqliteStore;
import java.util.List;
import java.util.stream.Stream;

/// How clients get at the features: every route and every event.
record Doors(SqliteStore store, Company company, People people, Talk talk) {

    /// What people are signed in and shown with.
    record People(Accounts accounts, Probes probes, Profiles profiles, Users users) {}

    /// What conversations are shown and carried on with.
    record Talk(Views views, Messages messages, Attaching attaching, CatchUp catchUp) {}

    List<Route> routes() {
        return Stream.of(peopleRoutes(), conversationRoutes(), messageRoutes())
                .flatMap(routes -> routes)
                .flatMap(List::stream)
                .toList();
    }

    private Stream<List<Route>> peopleRoutes() {
        var accounts = people.accounts();
        var users = people.users();
        var attendance = company.attendance();
        var registrar = new Registrar(Store.accounts(store), accounts, attendance);
        var complaints = new Complaints(store.inbox(), store.people(), store.reports());
        return Stream.of(
                new AccountRoutes(accounts, attendance, users).routes(),
                new RegistrarRoutes(registrar).routes(),
                new PresenceRoutes(attendance, accounts, store.people(), users).routes(),
                new OperatorRoutes(attendance, store.people(), users, people.probes()).routes(),
                new PeopleRoutes(store.people(), people.profiles(), users).routes(),
                pictureRoutes(),
                new BlockRoutes(store.log(), store.blocks(), store.people(), users).routes(),
                new ReportRoutes(store.reports(), complaints, store.people(), users).routes());
    }

    private List<Route> pictureRoutes() {
        var portraying = new Portraying(talk.attaching().thumbnails());
        var portraits = store.portraits();
        var ofPeople = new PersonPictures(portraits, portraying, people.profiles(), people.users());
        var ofGroups =
                new GroupPictures(portraits, portraying, store.log(), store.inbox(), talk.views());
        return Stream.of(ofPeople.routes(), ofGroups.routes()).flatMap(List::stream).toList();
    }

    private Stream<List<Route>> conversationRoutes() {
        return Stream.of(
                new ProductRoutes(store.catalogue(), store.people()).routes(),
                new ConversationRoutes(store.log(), store.inbox(), store.people(), talk.views())
                        .routes(),
                new MyPartRoutes(store.log(), talk.views()).routes(),
                talk.catchUp().routes());
    }

    private Stream<List<Route>> messageRoutes() {
        var receipts =
                new ReceiptRoutes(
                        company.marks(),
                        store.receipts(),
                        store.inbox(),
                        store.people(),
                        people.users());
        return Stream.of(
                new MessageRoutes(talk.messages(), talk.views()).routes(),
                new ChangingRoutes(new Changing(store.log(), store.inbox())).routes(),
                new Forwarding(store.log(), store.inbox()).routes(),
                receipts.routes(),
                talk.attaching().routes(),
                new SearchRoutes(store.search()).routes());
    }

    List<Event> events() {
        var inbox = store.inbox();
        var users = people.users();
        return Stream.of(
                        new ConversationEvents(inbox, store.people(), users, company.screens())
                                .events(),
                        new MessageEvents(talk.messages()).events(),
                        new ChangingEvents(new Changing(store.log(), inbox)).events(),
                        new PresenceEvents(company.attendance(), people.profiles(), users).events(),
                        new TypingEvents(company.typists(), inbox).events(),
                        new ReceiptEvents(company.marks(), inbox).events(),
                        talk.catchUp().events())
                .flatMap(List::stream)
                .toList();
    }
}
