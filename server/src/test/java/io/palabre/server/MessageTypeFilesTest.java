// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palabre.server.config.ConfigException;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.wiring.StartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an operator gets told about files that are no message types.
class MessageTypeFilesTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    offer   | {"type": 7}                                | /type
                    offer   | {"type": "object"                          | well-formed JSON
                    offer   | {"$ref": "https://example.org/other.json"} | example.org
                    Offer   | {}                                         | lower-case word
                    call    | {}                                         | lower-case word
                    text    | {}                                         | already
                    """)
    void a_file_that_is_no_type_keeps_the_server_from_starting(
            String name, String schema, String why) throws IOException, ConfigException {
        var types = Files.createDirectories(folder.resolve("message-types"));
        Files.writeString(types.resolve(name + ".json"), schema);
        var config = RunningServer.config(folder, Map.of());
        assertThatThrownBy(() -> RunningServer.on(config))
                .isInstanceOf(StartException.class)
                .hasMessageContaining(name + ".json")
                .hasMessageContaining(why);
    }
}
