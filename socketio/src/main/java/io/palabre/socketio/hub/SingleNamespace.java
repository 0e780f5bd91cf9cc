// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

/// A namespace that was made by its name.
///
/// @param face what the program sees of it
record SingleNamespace(LiveNamespace live, NamespaceFace face) {

    static SingleNamespace of(LiveNamespace live) {
        return new SingleNamespace(
                live, new NamespaceFace(live.name(), live.rules(), NamespaceFace.only(live)));
    }
}
