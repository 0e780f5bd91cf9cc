// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.peers;

import io.palabre.bench.load.Dialect;
import io.palabre.bench.load.Tally;
import io.palabre.bench.load.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.function.IntFunction;

/// A peer that has been started and is ready.
public record Running(Peer peer, int port, Child child) implements AutoCloseable {

    /// Where its clients go.
    public Target target() {
        return new Target(port, peer.dialect());
    }

    /// KiB of resident memory, after a collection.
    public long residentKibCollected() throws IOException {
        String answer = child.ask("gc", Duration.ofSeconds(30));
        if (!answer.equals("done")) throw child.broken("cannot collect garbage: " + answer);
        return child.stat().residentKib();
    }

    /// Where clients go that present something of their own.
    public Target target(IntFunction<String> auth) {
        return new Target(port, new Dialect.SocketIo(auth));
    }

    /// Lets a [GroupCommit] work.
    public Tally groupCommit(Duration window) throws IOException {
        return GroupCommit.tally(child.ask("run " + window.toMillis(), window.plusSeconds(30)));
    }

    @Override
    public void close() {
        child.close();
    }
}
