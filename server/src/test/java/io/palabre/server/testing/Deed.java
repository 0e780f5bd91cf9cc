// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.testing;

import java.util.function.Consumer;

/// Something that can be done, for tests that try one thing after another.
///
/// @param <T> what it is done with
public record Deed<T>(String name, Consumer<T> deed) {
    @Override
    public String toString() {
        return name;
    }
}
