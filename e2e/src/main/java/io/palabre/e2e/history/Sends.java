// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What became of each send of a run. Of a send that several clients made, the first invocation and
/// the first answer count.
record Sends(
        Map<SendKey, Op.Invoke> invoked,
        Map<SendKey, Op.Ok> acknowledged,
        Set<SendKey> refused,
        Set<SendKey> outOfOrder) {

    static Sends of(Run run) {
        var sends = new Sends(new HashMap<>(), new HashMap<>(), new HashSet<>(), new HashSet<>());
        run.ops().forEach(sends::note);
        return sends;
    }

    private void note(Op op) {
        switch (op) {
            case Op.Invoke invoke -> {
                if (invoked.putIfAbsent(invoke.send(), invoke) != null) {
                    outOfOrder.add(invoke.send());
                }
            }
            case Op.Ok ok -> acknowledged.putIfAbsent(ok.send(), ok);
            case Op.Fail fail -> refused.add(fail.send());
            case Op.Again again -> outOfOrder.add(again.send());
            case Op.Unknown _, Op.OfReading _, Op.OfMessage _, Op.OfFile _, Op.OfWorld _ -> {}
            case Op.Connected _, Op.Resume _, Op.Seen _, Op.Greeted _, Op.Reset _ -> {}
        }
    }
}
