// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The samples in `wire/` and the shapes in `openapi.yaml` say the same.
class GoldenSamplesTest {
    private static final Path WIRE = Path.of("../wire");

    private final Contract contract = Contract.read();

    @Test
    void everything_on_the_wire_has_a_sample() throws IOException {
        assertThat(samples("takes")).isEqualTo(contract.clientEvents());
        assertThat(samples("answers")).isEqualTo(contract.clientEvents());
        assertThat(samples("events")).isEqualTo(contract.serverEvents());
    }

    @Test
    void every_sample_has_its_shape() throws IOException {
        for (var event : contract.clientEvents()) {
            contract.checkCommand(event, read("takes/" + event));
            contract.checkAck(event, Contract.json(read("answers/" + event)));
        }
        for (var event : contract.serverEvents()) {
            contract.checkEvent(event, Contract.json(read("events/" + event)));
        }
        contract.checkRefusal(Contract.json(read("refusal")));
    }

    private static String read(String name) throws IOException {
        return Files.readString(WIRE.resolve(name + ".json"));
    }

    private static Set<String> samples(String folder) throws IOException {
        try (var files = Files.list(WIRE.resolve(folder))) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .collect(Collectors.toSet());
        }
    }
}
