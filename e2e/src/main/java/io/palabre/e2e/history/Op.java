// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;

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
})
public sealed interface Op {
    long nanos();

    String client();

    /// A send begins; noted before the first byte leaves.
    record Invoke(long nanos, String client, SendKey send, String text) implements Op {}

    /// A definite yes: it is number `seq`.
    record Ok(long nanos, String client, SendKey send, long seq) implements Op {}

    /// A definite no to every attempt.
    record Fail(long nanos, String client, SendKey send, String code) implements Op {}

    /// Its fate is unknown: no answer came. Never a no.
    record Unknown(long nanos, String client, SendKey send, String why) implements Op {}

    /// Refused for now and sent again later: it gives up its place in the sender's order.
    record Again(long nanos, String client, SendKey send, String code) implements Op {}

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
            implements Op {}

    /// The answer to a mark of `asked`: where the cursor is, and how many are unread.
    record Marked(long nanos, String client, long asked, ReadState state) implements Op {}

    /// What the client shows the person, all being quiet.
    record Unread(long nanos, String client, ReadState state) implements Op {}
}
