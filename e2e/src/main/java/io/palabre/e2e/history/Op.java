// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing that a client did, was told or saw. All times of a history are nanoseconds of one
/// monotonic clock.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Op.Invoke.class, name = "invoke"),
    @JsonSubTypes.Type(value = Op.Ok.class, name = "ok"),
    @JsonSubTypes.Type(value = Op.Fail.class, name = "fail"),
    @JsonSubTypes.Type(value = Op.Unknown.class, name = "info"),
    @JsonSubTypes.Type(value = Op.Again.class, name = "again"),
    @JsonSubTypes.Type(value = Op.Connected.class, name = "connected"),
    @JsonSubTypes.Type(value = Op.Resume.class, name = "resume"),
    @JsonSubTypes.Type(value = Op.Seen.class, name = "seen"),
    @JsonSubTypes.Type(value = Op.Mark.class, name = "mark"),
    @JsonSubTypes.Type(value = Op.Marked.class, name = "marked"),
    @JsonSubTypes.Type(value = Op.Unread.class, name = "unread"),
    @JsonSubTypes.Type(value = Op.Greeted.class, name = "greeted"),
    @JsonSubTypes.Type(value = Op.Reset.class, name = "reset"),
    @JsonSubTypes.Type(value = Op.Changed.class, name = "changed"),
    @JsonSubTypes.Type(value = Op.Shown.class, name = "shown"),
    @JsonSubTypes.Type(value = Op.Uploaded.class, name = "uploaded"),
    @JsonSubTypes.Type(value = Op.Fetched.class, name = "fetched"),
    @JsonSubTypes.Type(value = Op.StoreFailing.class, name = "store_failing"),
    @JsonSubTypes.Type(value = Op.StoreHealed.class, name = "store_healed"),
    @JsonSubTypes.Type(value = Op.Asked.class, name = "asked"),
    @JsonSubTypes.Type(value = Op.Measured.class, name = "measured"),
    @JsonSubTypes.Type(value = Op.Calm.class, name = "calm"),
})
public sealed interface Op {
    long nanos();

    String client();

    /// About sending a message.
    sealed interface OfSend extends Op {}

    /// About the read cursor.
    sealed interface OfReading extends Op {}

    /// About what became of a message.
    sealed interface OfMessage extends Op {}

    /// About an attachment.
    sealed interface OfFile extends Op {}

    /// About the server as a whole; its client is whoever looks at it.
    sealed interface OfWorld extends Op {}

    /// A send begins; noted before the first byte leaves.
    record Invoke(long nanos, String client, SendKey send, String text) implements OfSend {}

    /// A definite yes: it is number `seq`.
    record Ok(long nanos, String client, SendKey send, long seq) implements OfSend {}

    /// A definite no to every attempt.
    record Fail(long nanos, String client, SendKey send, String code) implements OfSend {}

    /// Its fate is unknown: no answer came. Never a no.
    record Unknown(long nanos, String client, SendKey send, String why) implements OfSend {}

    /// Refused for now and sent again later: it gives up its place in the sender's order.
    record Again(long nanos, String client, SendKey send, String code) implements OfSend {}

    /// A connection is made, the client's `connection`th.
    record Connected(long nanos, String client, int connection, String person) implements Op {}

    /// The client asks for what comes after these numbers, by conversation.
    record Resume(long nanos, String client, int connection, Map<String, Long> cursors)
            implements Op {
        public Resume {
            cursors = Map.copyOf(cursors);
        }
    }

    /// An event reaches the client.
    record Seen(long nanos, String client, int connection, Via via, Entry entry) implements Op {}

    /// The person asks for the read cursor to be at least `ord`.
    record Mark(long nanos, String client, String person, String conversation, long ord)
            implements OfReading {}

    /// The answer to a mark of `asked`: where the cursor is, and how many are unread.
    record Marked(long nanos, String client, long asked, ReadState state) implements OfReading {}

    /// What the client shows the person, all being quiet.
    record Unread(long nanos, String client, ReadState state) implements OfReading {}

    /// A connection says which history it serves.
    record Greeted(long nanos, String client, int connection, String epoch) implements Op {}

    /// The client was told that the past may have changed, and forgets what it held.
    record Reset(long nanos, String client, int connection, String epoch) implements Op {}

    /// The client knows for certain that event `seq` changed a message.
    record Changed(long nanos, String client, String conversation, long message, long seq)
            implements OfMessage {}

    /// A page that was asked for at `asked` shows what a message says; null when it is gone.
    record Shown(
            long nanos,
            String client,
            long asked,
            String conversation,
            long message,
            @Nullable String text)
            implements OfMessage {}

    /// The server has taken a file, whole.
    record Uploaded(long nanos, String client, String file, String sha256) implements OfFile {}

    /// A file was asked for: what its bytes are, null when it is not there.
    record Fetched(long nanos, String client, String file, @Nullable String sha256)
            implements OfFile {}

    /// From now on the server's disk fails.
    record StoreFailing(long nanos, String client, String why) implements OfWorld {}

    /// From now on it does not.
    record StoreHealed(long nanos, String client) implements OfWorld {}

    /// Something was read, to see whether the server answers.
    record Asked(long nanos, String client, boolean answered) implements OfWorld {}

    /// Something about the server was measured that may be `most`.
    record Measured(long nanos, String client, Gauge gauge, String what, long value, long most)
            implements OfWorld {}

    /// From now on nothing hinders anybody, and all are connected.
    record Calm(long nanos, String client) implements OfWorld {}
}
