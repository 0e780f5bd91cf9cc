// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.presence;

import io.palabre.core.Refusal;
import io.palabre.core.ids.PersonId;
import io.palabre.core.presence.WatchAnswer;
import io.palabre.server.edge.Client;
import io.palabre.server.edge.Event;
import io.palabre.server.edge.Said;
import io.palabre.server.people.Profiles;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.PresenceShape;
import io.palabre.server.wire.UserShape;
import io.palabre.server.wire.Users;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Presence over the socket.
public final class PresenceEvents {
    private final Attendance attendance;
    private final Profiles profiles;
    private final Users users;

    public PresenceEvents(Attendance attendance, Profiles profiles, Users users) {
        this.attendance = attendance;
        this.profiles = profiles;
        this.users = users;
    }

    public List<Event> events() {
        return List.of(
                new Event("watch_presence", this::watch),
                new Event("set_status", this::setStatus),
                new Event("heartbeat", this::heartbeat));
    }

    /// @param refused the ids that are nobody's
    record Watched(List<PresenceShape> states, List<String> refused) {}

    record SetStatus(@Nullable String status, @Nullable String statusText) {}

    record Changed(UserShape user) {}

    private Object watch(Client client, Said said) {
        var people = new LinkedHashSet<PersonId>();
        var refused = new ArrayList<String>();
        for (var id : said.read(String[].class)) {
            PersonId.parse(id).ifPresentOrElse(people::add, () -> refused.add(id));
        }
        return switch (attendance.watching().watch(client, people)) {
            case WatchAnswer.TooMany(var most) ->
                    throw Refused.because(
                            Refusal.TOO_LARGE,
                            "One connection watches at most %d people.".formatted(most));
            case WatchAnswer.Watching watching -> {
                watching.refused().forEach(id -> refused.add(id.toString()));
                var states = attendance.watching().shapes(watching.sightings());
                yield new Watched(states.stream().filter(asked(people)).toList(), refused);
            }
        };
    }

    private static Predicate<PresenceShape> asked(Set<PersonId> people) {
        var ids = people.stream().map(PersonId::toString).collect(Collectors.toUnmodifiableSet());
        return state -> ids.contains(state.userId());
    }

    private Object setStatus(Client client, Said said) {
        var wish = said.read(SetStatus.class, status -> new SetStatus(status, null));
        var update = Profiles.Update.of(wish.status(), wish.statusText());
        return new Changed(users.own(profiles.update(client.caller(), update)));
    }

    private Object heartbeat(Client client, Said said) {
        var idle = said.isAbsent() ? Idle.NOT : said.read(Idle.class);
        attendance.active(client, idle.duration());
        return new Event.Done();
    }
}
