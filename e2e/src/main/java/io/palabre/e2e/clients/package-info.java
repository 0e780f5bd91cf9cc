// SPDX-License-Identifier: Apache-2.0
/// People at their devices. [LiveClients] is one Node process that runs the clients of
/// `e2e/clients`, each a real `socket.io-client`; [LiveClient] is one of them, [Events] what it has
/// heard. [Rest] is what needs no socket. [Load] makes them talk.
@NullMarked
package io.palabre.e2e.clients;

import org.jspecify.annotations.NullMarked;
