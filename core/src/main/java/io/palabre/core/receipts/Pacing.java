// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.receipts;

import io.palabre.core.Alarms;
import io.palabre.core.conversations.Fleeting;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// When others hear of moved cursors: at once when it was quiet, else what is true when the quiet
/// is over. A large group hears of all its members together. Every input brings the time, in
/// milliseconds of the stopwatch, and answers what is to be told; calls come one at a time, and
/// [#tick] when [#nextDeadline] has come.
public final class Pacing {
    private final PacingRules rules;
    private final Map<Topic, Quiet> quiets = new HashMap<>();
    private final Alarms<Topic> alarms = new Alarms<>();

    /// What is to be told of together.
    ///
    /// @param cursor whose; null for all members of a large group
    private record Topic(ConversationId conversation, @Nullable Whose cursor) {}

    private record Whose(PersonId person, Class<? extends Fleeting> kind) {
        static Whose of(Fleeting cursor) {
            return new Whose(cursor.person(), cursor.getClass());
        }
    }

    /// What has moved since something was told last.
    private record Quiet(Map<Whose, Fleeting> waiting) {}

    /// What others are to hear.
    ///
    /// @param together whether it is about a large group
    public record Word(ConversationId conversation, List<Fleeting> cursors, boolean together) {}

    public Pacing(PacingRules rules) {
        this.rules = rules;
    }

    /// A cursor has moved.
    ///
    /// @param large whether that is in a large group
    public List<Word> moved(Moved moved, boolean large, long now) {
        var words = tick(now);
        var whose = Whose.of(moved.cursor());
        var topic = new Topic(moved.conversation(), large ? null : whose);
        var quiet = quiets.get(topic);
        if (quiet == null) {
            words.add(word(topic, List.of(moved.cursor())));
            begin(topic, new Quiet(new LinkedHashMap<>()), now);
        } else {
            quiet.waiting().merge(whose, moved.cursor(), Pacing::further);
        }
        return words;
    }

    private static Fleeting further(Fleeting one, Fleeting other) {
        return other.ord() > one.ord() ? other : one;
    }

    /// The time has come.
    public List<Word> tick(long now) {
        var words = new ArrayList<Word>();
        for (var topic : alarms.due(now)) {
            var quiet = quiets.get(topic);
            if (quiet != null) {
                tell(topic, quiet, now, words);
            }
        }
        return words;
    }

    private void tell(Topic topic, Quiet quiet, long now, List<Word> words) {
        var some = quiet.waiting().values().stream().limit(rules.most()).toList();
        if (some.isEmpty()) {
            quiets.remove(topic);
            return;
        }
        some.forEach(cursor -> quiet.waiting().remove(Whose.of(cursor)));
        words.add(word(topic, some));
        begin(topic, quiet, now);
    }

    private void begin(Topic topic, Quiet quiet, long now) {
        quiets.put(topic, quiet);
        var lasts = topic.cursor() == null ? rules.group() : rules.person();
        alarms.set(topic, now + lasts.toMillis());
    }

    private static Word word(Topic topic, List<Fleeting> cursors) {
        return new Word(topic.conversation(), cursors, topic.cursor() == null);
    }

    /// When [#tick] is to be called at the latest; sooner does no harm. Every input may change it.
    public OptionalLong nextDeadline() {
        var next = alarms.next();
        return next == Alarms.NEVER ? OptionalLong.empty() : OptionalLong.of(next);
    }
}
