// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.typing;

import io.palabre.core.Alarms;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.presence.DeviceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Who is writing where, at this node. A device writes in one conversation at a time; a person
/// writes somewhere as long as one of their devices does. That somebody writes is told at most once
/// in [TypingRules#every], that they stopped at once. Every input brings the time, in milliseconds
/// of the stopwatch, and answers what is to be told, in that order; calls come one at a time, and
/// [#tick] when [#nextDeadline] has come.
public final class Typing {
    private final TypingRules rules;
    private final Map<Place, Writer> writers = new HashMap<>();
    private final Map<DeviceId, Place> devices = new HashMap<>();
    private final Alarms<Place> alarms = new Alarms<>();

    private record Place(PersonId person, ConversationId conversation) {}

    public Typing(TypingRules rules) {
        this.rules = rules;
    }

    /// A key was pressed.
    public List<Told> starts(
            DeviceId device, PersonId person, ConversationId conversation, long now) {
        var told = tick(now);
        var place = new Place(person, conversation);
        var before = devices.put(device, place);
        if (before != null && !before.equals(place)) {
            stop(device, before, now, told);
        }
        writers.computeIfAbsent(place, _ -> new Writer())
                .key(device, now + rules.lasts().toMillis());
        settle(place, now, told);
        return told;
    }

    /// A device says that it does not write there any more.
    public List<Told> stops(DeviceId device, ConversationId conversation, long now) {
        var place = devices.get(device);
        return place != null && place.conversation().equals(conversation)
                ? gone(device, now)
                : tick(now);
    }

    /// A device is not there any more.
    public List<Told> gone(DeviceId device, long now) {
        var told = tick(now);
        var place = devices.remove(device);
        if (place != null) {
            stop(device, place, now, told);
        }
        return told;
    }

    /// Somebody has sent what they wrote, or has left the conversation.
    public List<Told> fellSilent(PersonId person, ConversationId conversation, long now) {
        var told = tick(now);
        silence(new Place(person, conversation), now, told);
        return told;
    }

    /// Somebody is not to be seen any more, wherever they write.
    public List<Told> hidden(PersonId person, long now) {
        var told = tick(now);
        writers.keySet().stream()
                .filter(place -> place.person().equals(person))
                .toList()
                .forEach(place -> silence(place, now, told));
        return told;
    }

    private void silence(Place place, long now, List<Told> told) {
        var writer = writers.get(place);
        if (writer != null) {
            writer.stop().forEach(devices::remove);
            settle(place, now, told);
        }
    }

    /// The time has come.
    public List<Told> tick(long now) {
        var told = new ArrayList<Told>();
        alarms.due(now).forEach(place -> settle(place, now, told));
        return told;
    }

    /// When [#tick] is to be called at the latest; sooner does no harm. Every input may change it.
    public OptionalLong nextDeadline() {
        var next = alarms.next();
        return next == Alarms.NEVER ? OptionalLong.empty() : OptionalLong.of(next);
    }

    private void stop(DeviceId device, Place place, long now, List<Told> told) {
        var writer = writers.get(place);
        if (writer != null) {
            writer.stop(device);
            settle(place, now, told);
        }
    }

    private void settle(Place place, long now, List<Told> told) {
        var writer = writers.get(place);
        if (writer == null) {
            return;
        }
        writer.expire(now).forEach(device -> devices.remove(device, place));
        switch (writer.word(rules, now)) {
            case WRITES -> told.add(new Told(place.person(), place.conversation(), true));
            case STOPPED -> told.add(new Told(place.person(), place.conversation(), false));
            case NOTHING -> {}
        }
        if (writer.isOver(now)) {
            writers.remove(place);
            alarms.clear(place);
        } else {
            alarms.set(place, writer.next());
        }
    }
}
