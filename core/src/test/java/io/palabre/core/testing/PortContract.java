// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import io.palabre.core.Time;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.Ulid;
import io.palabre.core.log.Committed;
import io.palabre.core.log.Log;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A fresh store before each test of a contract.
abstract class PortContract {

    final ManualTime time = new ManualTime();
    final Recorder recorder = new Recorder();
    private final Lazily<Ports> ports = new Lazily<>();
    private final Lazily<Story> story = new Lazily<>();

    /// Opens the store under test, empty.
    protected abstract Ports open(Time time, Function<Log, Committed> told) throws Exception;

    @BeforeEach
    final void openFresh() throws Exception {
        ports.set(open(time, _ -> recorder));
        story.set(new Story(ports.get()));
    }

    @AfterEach
    final void closeAgain() {
        ports.get().close();
    }

    final Ports ports() {
        return ports.get();
    }

    final Story story() {
        return story.get();
    }

    static PersonId nobody() {
        return new PersonId(new Ulid(9, 9));
    }

    static ConversationId nowhere() {
        return new ConversationId(new Ulid(9, 9));
    }
}
