// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.edge;

/// An event that signed-in sockets may say.
///
/// @param name as in `docs/events.md`
public record Event(String name, Handler handler) {

    /// Answers an event, on a virtual thread, one event of a socket after the other. What it
    /// returns is acknowledged with `ok: true` beside its fields.
    @FunctionalInterface
    public interface Handler {
        Object answer(Client client, Said said);
    }

    /// The answer that is nothing but `ok: true`.
    public record Done() {}
}
