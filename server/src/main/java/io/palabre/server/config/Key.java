// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.config;

import java.util.Locale;

/// One setting.
///
/// @param name as in the file; in the environment `PALABRE_` and the name in capitals, `_` for `.`
/// @param fallback the default, as text
/// @param meaning one line for people
/// @param parser text to value; its [IllegalArgumentException] says what is expected
record Key<T>(String name, String fallback, String meaning, Parser<T> parser) {

    /// From text to a value.
    @FunctionalInterface
    interface Parser<T> {
        T parse(String text);
    }

    /// The name of its environment variable.
    String variable() {
        return "PALABRE_" + name.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    /// Its value as it stands in `settings`.
    T in(Settings settings) throws ConfigException {
        var setting = settings.of(this);
        try {
            return parser.parse(setting.value());
        } catch (IllegalArgumentException e) {
            throw new ConfigException(
                    "%s = %s (from %s): %s"
                            .formatted(name, setting.value(), setting.source(), e.getMessage()));
        }
    }
}
