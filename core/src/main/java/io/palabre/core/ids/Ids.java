// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.ids;

/// Where new names come from.
@FunctionalInterface
public interface Ids {

    /// A name that was never given before.
    Ulid next();
}
