// SPDX-License-Identifier: Apache-2.0
/// The only package that knows Vert.x: one port with REST, the web app and Socket.IO. [RestEdge]
/// turns requests into [io.palabre.server.edge.Request], [SocketEdge] does the same for sockets,
/// both on virtual threads; [WebApp] serves the pages.
@NullMarked
package io.palabre.server.network;

import org.jspecify.annotations.NullMarked;
