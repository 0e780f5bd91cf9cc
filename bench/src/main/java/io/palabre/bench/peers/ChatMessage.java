// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.peers;

import io.palabre.bench.load.Utterance;
import java.util.function.IntFunction;

/// `send_message` with an acknowledgement, as Palabre's clients send it.
///
/// @param run makes client ids unique among runs on one data folder
/// @param conversation where the n-th client writes
public record ChatMessage(String run, IntFunction<String> conversation) implements Utterance {

    @Override
    public byte[] of(int client, long number) {
        return Phrases.bytes(
                "42%d[\"send_message\",{\"conversationId\":\"%s\",\"content\":\"%s\",\"clientId\":\"%s-%d\"}]"
                        .formatted(
                                number,
                                conversation.apply(client),
                                Phrases.text(number),
                                run,
                                number));
    }
}
