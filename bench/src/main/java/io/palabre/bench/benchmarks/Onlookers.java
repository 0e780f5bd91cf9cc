// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.benchmarks;

import io.palabre.bench.Stage;
import io.palabre.bench.load.Changes;
import io.palabre.bench.load.Crowd;
import io.palabre.bench.load.LoadFailed;
import io.palabre.bench.load.Mark;
import io.palabre.bench.load.Pace;
import io.palabre.bench.load.RoundTrips;
import io.palabre.bench.load.Tally;
import io.palabre.bench.load.Utterance;
import io.palabre.bench.peers.Rest;
import io.palabre.bench.peers.Running;
import io.palabre.bench.peers.Unavailable;
import io.palabre.bench.peers.WholeServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Everybody online at one server, and who of them hears when somebody changes. The first hundred
/// change, in turns.
sealed interface Onlookers extends AutoCloseable {

    int CHANGERS = 100;

    /// In which Palabre pings each connection once.
    Duration WINDOW = Duration.ofSeconds(10);

    /// Changes a second that each client can hear of without being a nuisance.
    int HEARD_A_SECOND = 4;

    /// As many as change anything a second, at most.
    int MOST_A_SECOND = 200;

    Running running();

    Crowd crowd();

    /// From now on each is watched by so many, as far as the server knows such a thing.
    void watchedBy(int watchers) throws LoadFailed;

    /// How many hear of a change when so many watch.
    int listeners(int watchers);

    /// How many changes there are a second.
    default double perSecond(int watchers) {
        double bearable = (double) HEARD_A_SECOND * crowd().size() / listeners(watchers);
        return Math.min(MOST_A_SECOND, bearable);
    }

    /// In which each connection is pinged equally often.
    Duration quiet();

    /// One window of changes.
    default Tally change(int watchers, Duration window) throws LoadFailed {
        Changes.Cast cast = new Changes.Cast(CHANGERS, listeners(watchers), STATUS);
        return Changes.run(crowd(), cast, new Pace.Open(perSecond(watchers), window));
    }

    /// Busy and available by turns; the text carries the mark.
    Utterance STATUS =
            (_, number) ->
                    bytes(
                            "42%d[\"set_status\",{\"status\":\"%s\",\"statusText\":\"%s\"}]"
                                    .formatted(
                                            number,
                                            number / CHANGERS % 2 == 0 ? "busy" : "available",
                                            Mark.text(number, 20)));

    @Override
    default void close() {
        crowd().close();
        running().close();
    }

    /// Of Palabre: each watches the people who stand before it in a ring, so that everybody is
    /// watched by equally many; who would watch too many watches those who change.
    record Watching(Running running, Crowd crowd, List<Rest.Account> people) implements Onlookers {

        static Watching gather(Stage stage, int online)
                throws IOException, LoadFailed, Unavailable {
            Path data = stage.home().emptied("presence");
            Running server =
                    WholeServer.start(
                            stage.troupe(), stage.cores().oneCore(), stage.home().server(), data);
            stage.progress().say("making %,d accounts".formatted(online));
            List<Rest.Account> people = new Rest(server.port()).enrol(online, data);
            stage.progress().say("connecting them");
            Crowd crowd =
                    stage.generator()
                            .gather(server.target(number -> people.get(number).auth()), online);
            return new Watching(server, crowd, people);
        }

        @Override
        public void watchedBy(int watchers) throws LoadFailed {
            RoundTrips.run(
                    crowd,
                    (client, number) ->
                            bytes(
                                    "42%d[\"watch_presence\",[%s]]"
                                            .formatted(number, watched(client, watchers))),
                    Duration.ZERO);
        }

        @Override
        public int listeners(int watchers) {
            return watchers;
        }

        @Override
        public Duration quiet() {
            return WINDOW.multipliedBy(3);
        }

        private String watched(int client, int watchers) {
            int size = crowd.size();
            return IntStream.rangeClosed(1, watchers)
                    .map(step -> Math.floorMod(client - step * CHANGERS, size))
                    .filter(person -> watchers <= CHANGERS || person < CHANGERS)
                    .mapToObj(person -> '"' + people.get(person).id() + '"')
                    .collect(Collectors.joining(","));
        }
    }

    /// Of a server that tells everybody.
    record Everybody(Running running, Crowd crowd) implements Onlookers {

        static Everybody gather(Stage stage, int online)
                throws IOException, LoadFailed, Unavailable {
            Path data = stage.home().emptied("presence-flag");
            Running node =
                    stage.troupe()
                            .start(
                                    stage.peers().flagNode(data, "{\"id\":\"user-%d\"}"::formatted),
                                    stage.cores().oneCore());
            return new Everybody(node, stage.generator().gather(node.target(), online));
        }

        @Override
        public void watchedBy(int watchers) {
            // it knows no watching
        }

        @Override
        public int listeners(int watchers) {
            return crowd.size();
        }

        @Override
        public Duration quiet() {
            return Duration.ofSeconds(25);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
