// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.hub;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The feeds of the logs in which something happened of late. A log that was quiet for long is
/// forgotten; its feed begins anew at the next entry, whose number is then taken as it is.
final class Feeds<K> {

    private final int most;
    private final Map<K, Feed> feeds = new LinkedHashMap<>(64, 0.75f, true);

    Feeds(int most) {
        this.most = most;
    }

    Optional<Feed> of(K log) {
        return Optional.ofNullable(feeds.get(log));
    }

    void told(K log, long seq) {
        feeds.put(log, new Feed(seq));
        if (feeds.size() > most) {
            feeds.remove(feeds.keySet().iterator().next());
        }
    }
}
