// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Something that is there once a test has begun.
final class Lazily<T> {

    private @Nullable T value;

    void set(T value) {
        this.value = value;
    }

    T get() {
        return Objects.requireNonNull(value);
    }
}
