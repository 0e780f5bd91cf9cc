// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.edge;

/// Hears of signed-in sockets as they come and go. Of one socket it hears one thing after the
/// other.
public interface Arrivals {

    /// A socket belongs to this session from now on; said again when it changes its session.
    void arrived(Client client);

    /// A socket has closed; also said of those that never arrived.
    void left(Client client);
}
