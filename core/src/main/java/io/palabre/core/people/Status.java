// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.people;

/// How a person wants to appear while they are there.
public enum Status {
    AVAILABLE,
    BUSY,
    AWAY,
    INVISIBLE
}
