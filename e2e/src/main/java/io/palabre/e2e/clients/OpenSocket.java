// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.clients;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// A device that is connected and answers pings, and nothing else: a thousand of them cost little.
public final class OpenSocket implements WebSocket.Listener {
    private static final String PATH = "/socket.io/?EIO=4&transport=websocket";

    private final String token;
    private final CompletableFuture<OpenSocket> signedIn = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();

    private OpenSocket(String token) {
        this.token = token;
    }

    /// Completes when it is signed in; it stays until the server goes.
    public static CompletableFuture<OpenSocket> of(HttpClient http, URI server, Person person) {
        var socket = new OpenSocket(person.token());
        var url = URI.create("ws://127.0.0.1:" + server.getPort() + PATH);
        return http.newWebSocketBuilder().buildAsync(url, socket).thenCompose(_ -> socket.signedIn);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket wire, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            hear(wire, text.toString());
            text.setLength(0);
        }
        wire.request(1);
        return null;
    }

    @Override
    public void onError(WebSocket wire, Throwable error) {
        signedIn.completeExceptionally(error);
    }

    private void hear(WebSocket wire, String packet) {
        if (packet.startsWith("0")) say(wire, "40{\"token\":\"" + token + "\"}");
        else if (packet.equals("2")) say(wire, "3");
        else if (packet.startsWith("40")) signedIn.complete(this);
        else if (packet.startsWith("44")) {
            signedIn.completeExceptionally(new ClientRefused(packet));
        }
    }

    private static void say(WebSocket wire, String packet) {
        var _ = wire.sendText(packet, true);
    }
}
