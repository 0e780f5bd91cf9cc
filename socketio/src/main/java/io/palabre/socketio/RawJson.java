// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

/// An argument that is JSON already and is sent as it is.
///
/// @param text one well-formed JSON value; the sender vouches for it
public record RawJson(String text) {}
