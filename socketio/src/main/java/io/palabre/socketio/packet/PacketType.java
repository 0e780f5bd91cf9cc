// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.packet;

/// The kinds of packets, in the order of their digits.
enum PacketType {
    CONNECT('0'),
    DISCONNECT('1'),
    EVENT('2'),
    ACK('3'),
    CONNECT_ERROR('4'),
    BINARY_EVENT('5'),
    BINARY_ACK('6');

    /// How it is written after the Engine.IO digit of a message.
    final char digit;

    PacketType(char digit) {
        this.digit = digit;
    }

    boolean binary() {
        return this == BINARY_EVENT || this == BINARY_ACK;
    }
}
