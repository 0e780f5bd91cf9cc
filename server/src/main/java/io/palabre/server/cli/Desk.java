// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.cli;

import io.palabre.core.SystemTime;
import io.palabre.server.accounts.Registrar;
import io.palabre.server.accounts.Registrar.Batch;
import io.palabre.server.accounts.Registrar.Change;
import io.palabre.server.accounts.Registrar.Wish;
import io.palabre.server.accounts.RegistrarRoutes;
import io.palabre.server.config.Config;
import io.palabre.server.wire.AccountShape;
import io.palabre.server.wiring.AccountDesk;
import io.palabre.server.wiring.StartException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where accounts are kept from the command line: at the running server, or in the data folder of
/// one that does not run.
sealed interface Desk extends AutoCloseable {

    /// The one that is there.
    ///
    /// @param running the folder of the server that runs, if one does
    /// @param make whether to make the data folder when there is none
    static Desk of(Config config, Path running, boolean make)
            throws StartException, IOException, InterruptedException {
        var server = RunningServer.answering(running);
        if (server.isPresent()) return new AtServer(server.get());
        var time = new SystemTime();
        return new InFolder(
                make ? AccountDesk.open(config, time) : AccountDesk.openExisting(config, time));
    }

    /// Makes an account.
    AccountShape add(Wish wish) throws NotReached, InterruptedException;

    /// Makes as many as can be made, at most [Registrar#MOST_AT_ONCE].
    Batch add(List<Wish> wishes) throws NotReached, InterruptedException;

    /// A page of all accounts, by name.
    ///
    /// @param from the cursor of the page before; null for the first
    RegistrarRoutes.Page everyone(@Nullable String from) throws NotReached, InterruptedException;

    AccountShape change(String name, Change change) throws NotReached, InterruptedException;

    /// Opens a session.
    RegistrarRoutes.Opened open(String name) throws NotReached, InterruptedException;

    @Override
    void close();

    /// At the running server.
    record AtServer(RunningServer server) implements Desk {
        private static final String HERE = "/api/admin/users";

        @Override
        public AccountShape add(Wish wish) throws NotReached, InterruptedException {
            return one(server.post(HERE, wish));
        }

        @Override
        public Batch add(List<Wish> wishes) throws NotReached, InterruptedException {
            var answer = server.post(HERE + "/batch", new RegistrarRoutes.Wishes(wishes));
            return server.read(answer, Batch.class);
        }

        @Override
        public RegistrarRoutes.Page everyone(@Nullable String from)
                throws NotReached, InterruptedException {
            var cursor = from == null ? "" : "&cursor=" + encoded(from);
            return server.read(
                    server.get(HERE + "?limit=200" + cursor), RegistrarRoutes.Page.class);
        }

        @Override
        public AccountShape change(String name, Change change)
                throws NotReached, InterruptedException {
            return one(server.patch(HERE + "/" + encoded(name), change));
        }

        @Override
        public RegistrarRoutes.Opened open(String name) throws NotReached, InterruptedException {
            var answer = server.post(HERE + "/%s/sessions".formatted(encoded(name)));
            return server.read(answer, RegistrarRoutes.Opened.class);
        }

        private AccountShape one(String answer) {
            return server.read(answer, RegistrarRoutes.One.class).user();
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        @Override
        public void close() {
            server.close();
        }
    }

    /// In the folder.
    record InFolder(AccountDesk desk) implements Desk {
        private static final int PAGE = 200;

        @Override
        public AccountShape add(Wish wish) {
            return AccountShape.of(registrar().add(wish));
        }

        @Override
        public Batch add(List<Wish> wishes) {
            return registrar().add(wishes);
        }

        @Override
        public RegistrarRoutes.Page everyone(@Nullable String from) {
            var page = registrar().search("", from, PAGE);
            return new RegistrarRoutes.Page(
                    page.people().stream().map(AccountShape::of).toList(), page.next());
        }

        @Override
        public AccountShape change(String name, Change change) {
            return AccountShape.of(registrar().change(registrar().find(name), change));
        }

        @Override
        public RegistrarRoutes.Opened open(String name) {
            var opened = registrar().session(registrar().find(name));
            return new RegistrarRoutes.Opened(opened.token(), opened.session().expiresAt());
        }

        private Registrar registrar() {
            return desk.registrar();
        }

        @Override
        public void close() {
            desk.close();
        }
    }
}
