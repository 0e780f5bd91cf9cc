// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.palabre.bench.load.Mark;
import io.palabre.bench.load.Utterance;

/// How the same thing is said to different peers. Texts have 200 characters.
public enum Phrases {
    /// Events of Socket.IO.
    SOCKET_IO {
        @Override
        public Utterance say() {
            return (client, number) -> bytes("42[\"say\",\"" + text(number) + "\"]");
        }

        @Override
        public Utterance echo() {
            return (client, number) -> bytes("42" + number + "[\"echo\",\"" + text(number) + "\"]");
        }
    },
    /// Bare text frames: the first letter says what is meant.
    RAW {
        @Override
        public Utterance say() {
            return (client, number) -> bytes("s" + text(number));
        }

        @Override
        public Utterance echo() {
            return (client, number) -> bytes("e" + text(number));
        }
    };

    private static final int TEXT_LENGTH = 200;

    /// To be told to everyone.
    public abstract Utterance say();

    /// To be acknowledged with the same text.
    public abstract Utterance echo();

    static String text(long number) {
        return Mark.text(number, TEXT_LENGTH);
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
