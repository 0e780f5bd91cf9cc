// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

/// An event that a client sent.
///
/// [#json] is the whole payload with the event name first; [#size] and [#arg] count the arguments
/// after it.
public interface Incoming extends Args {

    /// The event's name.
    String event();

    /// The socket it came from.
    Socket socket();

    /// Whether the client waits for an acknowledgement.
    boolean wantsAck();

    /// Acknowledges the event. Does nothing if the client does not wait, or was answered before.
    ///
    /// @param args encoded as those of [Socket#emit(String, Object...)]
    void ack(Object... args);

    /// Acknowledges the event with raw JSON.
    ///
    /// @param jsonArrayItems the items of a JSON array without its brackets, for example
    ///   `1,{"a":2}`
    void ackRaw(String jsonArrayItems);
}
