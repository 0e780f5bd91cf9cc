// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/// YAML that the program brings itself, as JSON.
public final class Yaml {
    private Yaml() {}

    public static byte[] toJson(byte[] yaml) {
        try {
            return new JsonMapper().writeValueAsBytes(new YAMLMapper().readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
