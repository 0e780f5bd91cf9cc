// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DeckTest {
    @Test
    void every_fault_comes_once_before_any_comes_again() {
        var possible = List.of(Fault.values());
        var deck = new Deck(new SplittableRandom(1), possible);
        for (var turn = 0; turn < 3; turn++) {
            var dealt = new ArrayList<Fault>();
            for (var i = 0; i < possible.size(); i++) dealt.add(deck.next());
            assertThat(dealt).containsExactlyInAnyOrderElementsOf(possible);
        }
    }
}
