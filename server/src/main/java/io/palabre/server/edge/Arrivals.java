// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.edge;

import java.util.List;

/// Hears of signed-in sockets as they come and go. Of one socket it hears one thing after the
/// other.
public interface Arrivals {

    /// A socket belongs to this session from now on; said again when it changes its session.
    void arrived(Client client);

    /// A socket has closed; also said of those that never arrived.
    void left(Client client);

    /// Several hear of each socket, in this order.
    static Arrivals all(Arrivals... all) {
        var each = List.of(all);
        return new Arrivals() {
            @Override
            public void arrived(Client client) {
                each.forEach(one -> one.arrived(client));
            }

            @Override
            public void left(Client client) {
                each.forEach(one -> one.left(client));
            }
        };
    }
}
