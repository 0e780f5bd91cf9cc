// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import org.jspecify.annotations.Nullable;

/// A namespace that was made by its name.
///
/// @param face what the program sees of it
record SingleNamespace(LiveNamespace live, NamespaceFace face) {

    static SingleNamespace named(String name, Lanes lanes, @Nullable Memory memory) {
        var rules = new Rules();
        var live = new LiveNamespace(name, rules, lanes, memory);
        return new SingleNamespace(live, new NamespaceFace(name, rules, NamespaceFace.only(live)));
    }
}
