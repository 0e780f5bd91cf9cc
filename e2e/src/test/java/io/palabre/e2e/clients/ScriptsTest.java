// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// The Node half has tests of its own; they run with the others.
class ScriptsTest {
    @Test
    void the_clients_own_tests_pass() throws Exception {
        var node =
                new ProcessBuilder("node", "--test", "--test-reporter=tap")
                        .directory(NodePackages.script("").toFile())
                        .redirectErrorStream(true)
                        .start();
        var said = node.inputReader(StandardCharsets.UTF_8).readAllAsString();
        assertThat(node.waitFor()).as(said).isZero();
        assertThat(said).contains("# fail 0").doesNotContain("# pass 0");
    }
}
