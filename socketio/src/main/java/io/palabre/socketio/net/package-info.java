// SPDX-License-Identifier: Apache-2.0
/// The binding to Vert.x and Netty, the only package that touches sockets. [Entry] is where
/// requests come in; [Session] ties one [io.palabre.socketio.engine.EngineSession] to its requests,
/// its WebSocket and its [EventLane]; [Takeover] turns an upgraded HTTP connection into a
/// [WebSocketChannel], which speaks RFC 6455 and nothing else.
@NullMarked
package io.palabre.socketio.net;

import org.jspecify.annotations.NullMarked;
