// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import io.palabre.socketio.Admission;
import io.palabre.socketio.ClusterBus;
import io.palabre.socketio.Namespace;
import io.palabre.socketio.Recovery;
import io.palabre.socketio.RecoveryStore;
import io.palabre.socketio.SocketIoOptions;
import io.palabre.socketio.packet.PacketBounds;
import io.palabre.socketio.packet.SocketPacket;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Where namespaces are found and sockets begin.
public final class Hub {
    private final SecureRandom random = new SecureRandom();
    private final Lanes lanes = new Lanes();
    private final Faults faults = new Faults();
    private final Relay relay = new Relay();
    private final Map<String, SingleNamespace> named = new ConcurrentHashMap<>();
    private final List<NamespaceFamily> families = new CopyOnWriteArrayList<>();
    private final PacketBounds packetBounds;
    private final InboundBounds inboundBounds;
    private final int namespacesPerClient;
    private final @Nullable Recovery recovery;
    private final @Nullable RecoveryStore recoveryStore;

    /// A hub without namespaces.
    public Hub(SocketIoOptions options) {
        var limits = options.limits();
        packetBounds =
                new PacketBounds(
                        limits.maxAttachments(), 4L * limits.maxPayload(), limits.maxJsonDepth());
        inboundBounds = new InboundBounds(limits.inboundPackets(), 2 * limits.maxPayload());
        recovery = options.recovery();
        recoveryStore = store(recovery);
        namespacesPerClient = limits.namespacesPerClient();
        of("/");
    }

    /// The lanes that connections live on.
    public Lanes lanes() {
        return lanes;
    }

    /// Where exceptions of listeners go.
    public Faults faults() {
        return faults;
    }

    /// The namespace of that name, made if it was not there.
    public Namespace of(String name) {
        if (!name.startsWith("/")
                || name.contains(",")
                || name.length() > PacketBounds.MAX_NAMESPACE) {
            throw new IllegalArgumentException("not a name for a namespace: " + name);
        }
        return named.computeIfAbsent(name, n -> SingleNamespace.of(live(n, new Rules()))).face();
    }

    /// All namespaces whose names pass `names`.
    public Namespace of(Predicate<String> names) {
        var family = new NamespaceFamily(names, this::live);
        families.add(family);
        return family.face();
    }

    /// A client for a connection that was opened.
    public Client client(Link link, Opening opening) {
        return new Client(this, link, opening);
    }

    /// An identifier that nobody can guess: 144 bits, safe in URLs.
    public String secret() {
        var bytes = new byte[18];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    /// Sends broadcasts over `bus`, and delivers those that come over it.
    public void join(ClusterBus bus) {
        relay.over(bus);
        new Arrivals(this::existing).over(bus);
    }

    private List<LiveNamespace> existing(String name) {
        var existing = new ArrayList<LiveNamespace>();
        var single = named.get(name);
        if (single != null) {
            existing.add(single.live());
        }
        families.forEach(family -> family.find(name).ifPresent(existing::add));
        return existing;
    }

    private LiveNamespace live(String name, Rules rules) {
        return new LiveNamespace(name, rules, lanes, memory(name), relay);
    }

    private static @Nullable RecoveryStore store(@Nullable Recovery recovery) {
        if (recovery == null) {
            return null;
        }
        var given = recovery.store();
        return given != null ? given : new MemoryStore(recovery.maxPackets());
    }

    private @Nullable Memory memory(String namespace) {
        return recovery == null || recoveryStore == null
                ? null
                : new Memory(namespace, recovery, recoveryStore);
    }

    PacketBounds packetBounds() {
        return packetBounds;
    }

    InboundBounds inboundBounds() {
        return inboundBounds;
    }

    int namespacesPerClient() {
        return namespacesPerClient;
    }

    /// A socket for a client that wants to connect, or null if there is no such namespace.
    @Nullable LiveSocket socket(Client client, SocketPacket.Connect packet) {
        var single = named.get(packet.namespace());
        if (single != null) {
            return new LiveSocket(
                    secret(), single.live(), single.face(), client, packet.authJson());
        }
        for (var family : families) {
            var live = family.enter(packet.namespace());
            if (live != null) {
                return new LiveSocket(secret(), live, family.face(), client, packet.authJson());
            }
        }
        return null;
    }

    /// A socket of this namespace is gone, connected or not.
    void left(LiveNamespace namespace) {
        families.forEach(family -> family.leave(namespace));
    }

    /// Asks the program whether a socket may enter. May block.
    Admission ask(LiveSocket socket) {
        try {
            return socket.home().rules().authenticator.authenticate(socket.handshake());
        } catch (Exception | StackOverflowError | AssertionError fault) {
            faults.report(socket.home().name() + " authenticate", fault);
            return Admission.refuse("internal error");
        }
    }
}
