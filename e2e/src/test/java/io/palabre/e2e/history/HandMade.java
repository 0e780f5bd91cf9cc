// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A small run written by hand: ann and bob in one conversation. Each call takes the next instant.
final class HandMade {
    static final String ROOM = "room";

    final List<Op> ops = new ArrayList<>();
    final List<Entry> log = new ArrayList<>();
    final List<Follower> followers = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private final Map<String, Integer> connections = new HashMap<>();
    private long now;

    /// A run in which all goes well: five messages, a lost answer, a refusal, a client that was
    /// away and one that is told out of a gap.
    static HandMade good() {
        var run = talk();
        run.followers.add(new Follower("bob", ROOM, 1, 6));
        run.mark("bob", 4).marked("bob", 4, 1).unread("bob", 4, 1);
        return run;
    }

    /// The same, of which it is not said how it ended.
    static HandMade talk() {
        var run = new HandMade();
        run.log.add(new Entry(ROOM, 1, 0, "ann", null, "created"));
        run.connect("ann").connect("bob");
        run.invoke("ann", "a1").invoke("ann", "a2");
        run.log("ann", "a1").log("ann", "a2");
        run.push("bob", 2).ok("ann", "a1", 2).ok("ann", "a2", 3).push("bob", 3);
        run.invoke("bob", "b1").log("bob", "b1");
        run.unknown("bob", "b1").connect("bob");
        run.invoke("ann", "no").fail("ann", "no");
        run.invoke("ann", "a3").log("ann", "a3").ok("ann", "a3", 5).push("bob", 5);
        run.invoke("ann", "a4").log("ann", "a4").ok("ann", "a4", 6).push("bob", 6);
        run.resume("bob", 3).told("bob", 4).told("bob", 5);
        return run;
    }

    HandMade connect(String client) {
        var connection = connections.merge(client, 1, Integer::sum);
        return add(new Op.Connected(++now, client, connection, client));
    }

    HandMade invoke(String client, String cid) {
        return add(new Op.Invoke(++now, client, key(client, cid), "text of " + cid));
    }

    HandMade ok(String client, String cid, long seq) {
        return add(new Op.Ok(++now, client, key(client, cid), seq));
    }

    HandMade fail(String client, String cid) {
        return add(new Op.Fail(++now, client, key(client, cid), "too_large"));
    }

    HandMade unknown(String client, String cid) {
        return add(new Op.Unknown(++now, client, key(client, cid), "disconnected"));
    }

    HandMade again(String client, String cid) {
        return add(new Op.Again(++now, client, key(client, cid), "try_later"));
    }

    HandMade resume(String client, long after) {
        return add(new Op.Resume(++now, client, connection(client), Map.of(ROOM, after)));
    }

    HandMade push(String client, int seq) {
        return seen(client, Via.PUSH, log.get(seq - 1));
    }

    HandMade told(String client, int seq) {
        return seen(client, Via.SYNC, log.get(seq - 1));
    }

    HandMade seen(String client, Via via, Entry entry) {
        return add(new Op.Seen(++now, client, connection(client), via, entry));
    }

    HandMade mark(String person, long ord) {
        return add(new Op.Mark(++now, person, person, ROOM, ord));
    }

    HandMade marked(String person, long ord, long unread) {
        return marked(person, 0, ord, unread);
    }

    HandMade marked(String person, long asked, long ord, long unread) {
        return add(new Op.Marked(++now, person, asked, new ReadState(person, ROOM, ord, unread)));
    }

    HandMade unread(String person, long ord, long unread) {
        return add(new Op.Unread(++now, person, new ReadState(person, ROOM, ord, unread)));
    }

    /// The next event of the log.
    HandMade log(String sender, String cid) {
        var messages = log.stream().filter(Entry::isMessage).count();
        log.add(new Entry(ROOM, log.size() + 1, messages + 1, sender, cid, "text of " + cid));
        return this;
    }

    Run run() {
        return acts.isEmpty()
                ? new Run(ops, Map.of(ROOM, log), followers)
                : new Run(ops, Map.of(ROOM, log), followers, Map.of(ROOM, acts));
    }

    /// From here on it is known what the events did: the first began a group of ann and bob.
    HandMade began() {
        acts.add(new Act(ROOM, 1, "ann", new Deed.Began(true, List.of("ann", "bob"))));
        return this;
    }

    /// The next event of the log does something.
    HandMade act(String by, Deed deed) {
        log.add(new Entry(ROOM, log.size() + 1, 0, by, null, deed.toString()));
        acts.add(new Act(ROOM, log.size(), by, deed));
        return this;
    }

    long now() {
        return now;
    }

    /// The next instant.
    long tick() {
        return ++now;
    }

    HandMade later(int seconds) {
        now += seconds * 1_000_000_000L;
        return this;
    }

    HandMade add(Op op) {
        ops.add(op);
        return this;
    }

    private int connection(String client) {
        return connections.getOrDefault(client, 0);
    }

    private static SendKey key(String sender, String cid) {
        return new SendKey(sender, ROOM, cid);
    }
}
