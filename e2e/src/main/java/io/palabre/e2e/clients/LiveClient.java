// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.clients;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One device: a `socket.io-client` in the Node process.
public final class LiveClient {
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);

    private final String name;
    private final URI server;
    private final LiveClients process;
    private final Events events = new Events();

    LiveClient(String name, URI server, LiveClients process) {
        this.name = name;
        this.server = server;
        this.process = process;
    }

    public String name() {
        return name;
    }

    public Events events() {
        return events;
    }

    /// Signs in over REST; who it is.
    public Person login(String username, String password) {
        var args = Map.of("url", server, "username", username, "password", password);
        var answer = now("login", args);
        return new Person(answer.path("userId").asText(), username, answer.path("token").asText());
    }

    /// Is signed in already.
    LiveClient become(Person person) {
        now("become", Map.of("url", server, "token", person.token(), "userId", person.id()));
        return this;
    }

    /// Returns when the server said hello.
    public LiveClient connect(Transports transports) {
        now("connect", Map.of("transports", transports.names()));
        return this;
    }

    /// Connects with another token than its own.
    public void connectAs(@Nullable String token, Transports transports) {
        var args = new HashMap<String, Object>();
        args.put("url", server);
        args.put("transports", transports.names());
        if (token == null) args.put("anonymous", true);
        else args.put("token", token);
        now("connect", args);
    }

    /// Has these conversations up to a number and wants all that follows; from now on it catches up
    /// by itself.
    public LiveClient follow(List<String> conversations, long after) {
        var cursors =
                conversations.stream().collect(Collectors.toMap(Function.identity(), _ -> after));
        now("follow", Map.of("cursors", cursors));
        return this;
    }

    /// Sends, and if `kept` again and again under the same client id; completes when its fate is
    /// known, or known to be unknown.
    public CompletableFuture<JsonNode> send(
            String conversation, String cid, String text, boolean kept) {
        var args = Map.of("conversation", conversation, "cid", cid, "text", text, "kept", kept);
        return process.tell(name, "send", args);
    }

    /// Changes one of the messages it has sent, or takes it back if there are no words.
    public CompletableFuture<JsonNode> reconsider(
            String conversation, int which, @Nullable String text) {
        var args = new HashMap<String, Object>();
        args.put("conversation", conversation);
        args.put("which", which);
        args.put("text", text);
        return process.tell(name, "reconsider", args);
    }

    /// Looks at the last page, for the history.
    public CompletableFuture<JsonNode> look(String conversation) {
        return process.tell(name, "look", Map.of("conversation", conversation));
    }

    /// Any event of the contract; its acknowledgement.
    public JsonNode emit(String event, Object payload) {
        return now("emit", Map.of("event", event, "payload", payload));
    }

    /// Marks as read up to the last message it has heard.
    public void markRead(String conversation) {
        now("markRead", Map.of("conversation", conversation, "first", false));
    }

    /// Marks as read up to the first message it has heard, which must not take anything back.
    public void markFirstRead(String conversation) {
        now("markRead", Map.of("conversation", conversation, "first", true));
    }

    /// Asks how much is unread, for the history.
    public void lookAtUnread(String conversation) {
        now("lookAtUnread", Map.of("conversation", conversation));
    }

    /// How far it has a conversation without a gap.
    public long cursor(String conversation) {
        return now("cursors", Map.of()).path(conversation).asLong();
    }

    /// How many of its messages are of a fate unknown and still sent again.
    public int waiting() {
        return now("waiting", Map.of()).asInt();
    }

    public void catchUp() {
        now("catchUp", Map.of());
    }

    public void leave() {
        now("leave", Map.of());
    }

    public void comeBack() {
        now("comeBack", Map.of());
    }

    /// The line is cut under the client.
    public void dropLine() {
        now("dropLine", Map.of());
    }

    public String transport() {
        return now("transport", Map.of()).asText();
    }

    private JsonNode now(String action, Object args) {
        try {
            return process.tell(name, action, args)
                    .get(TO_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ClientRefused refused) throw refused;
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("%s did not %s in time".formatted(name, action), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + name, e);
        }
    }
}
