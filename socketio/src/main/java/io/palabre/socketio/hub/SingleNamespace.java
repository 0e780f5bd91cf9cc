// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

/// A namespace that was made by its name.
///
/// @param face what the program sees of it
record SingleNamespace(LiveNamespace live, NamespaceFace face) {

    static SingleNamespace named(String name, Lanes lanes) {
        var rules = new Rules();
        var live = new LiveNamespace(name, rules, lanes);
        return new SingleNamespace(live, new NamespaceFace(name, rules, NamespaceFace.only(live)));
    }
}
