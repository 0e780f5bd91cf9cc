// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.config;

import java.util.List;
import java.util.Set;

/// How much one person, or one address, may ask of the server.
///
/// @param exempt addresses for which none of this holds
/// @param commands what a person may say or change in a second, over all their sockets and REST
/// @param socketsPerPerson most sockets of a person at the same time
/// @param socketsPerAddress most sockets of an address at the same time
/// @param handshakes connections an address may open in a second
/// @param registrations accounts that may be made from an address in an hour
/// @param signIns wrong passwords from an address in a quarter of an hour
public record Bounds(
        Set<String> exempt,
        int commands,
        int socketsPerPerson,
        int socketsPerAddress,
        int handshakes,
        int registrations,
        int signIns) {
    private static final int MOST = 1_000_000;

    static final Key<Set<String>> EXEMPT =
            new Key<>(
                    "limits.exempt",
                    "",
                    "addresses for which no limit holds, such as 127.0.0.1 for a load test",
                    Parsers::words);
    static final Key<Integer> COMMANDS =
            key(
                    "limits.commands",
                    20,
                    "what a person may say or change in a second; five times as much at once");
    static final Key<Integer> SOCKETS_PER_PERSON =
            key("limits.sockets.person", 50, "most sockets of a person at the same time");
    static final Key<Integer> SOCKETS_PER_ADDRESS =
            key(
                    "limits.sockets.address",
                    200,
                    "most sockets of an address at the same time; more where many people share one");
    static final Key<Integer> HANDSHAKES =
            key(
                    "limits.handshakes",
                    20,
                    "connections that an address may open in a second; ten times as many at once");
    static final Key<Integer> REGISTRATIONS =
            key("limits.registrations", 20, "accounts that an address may make in an hour");
    static final Key<Integer> SIGN_INS =
            key(
                    "limits.signins",
                    20,
                    "wrong passwords from an address in 15 minutes; for one account it is 5");

    /// All of them, in the order they are printed.
    static final List<Key<?>> KEYS =
            List.of(
                    EXEMPT,
                    COMMANDS,
                    SOCKETS_PER_PERSON,
                    SOCKETS_PER_ADDRESS,
                    HANDSHAKES,
                    REGISTRATIONS,
                    SIGN_INS);

    static Bounds from(Settings settings) throws ConfigException {
        return new Bounds(
                EXEMPT.in(settings),
                COMMANDS.in(settings),
                SOCKETS_PER_PERSON.in(settings),
                SOCKETS_PER_ADDRESS.in(settings),
                HANDSHAKES.in(settings),
                REGISTRATIONS.in(settings),
                SIGN_INS.in(settings));
    }

    public boolean isExempt(String address) {
        return exempt.contains(address);
    }

    private static Key<Integer> key(String name, int fallback, String meaning) {
        return new Key<>(name, String.valueOf(fallback), meaning, Parsers.number(1, MOST));
    }
}
