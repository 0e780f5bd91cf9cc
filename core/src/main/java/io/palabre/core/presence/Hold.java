// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

/// What about a device counts as being there.
public enum Hold {
    /// Its socket is open.
    OPEN,
    /// Its socket has closed, and may come back.
    CLOSING,
    /// It called, and will call again.
    LEASED
}
