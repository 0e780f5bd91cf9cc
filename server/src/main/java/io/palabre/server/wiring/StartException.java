// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wiring;

/// Why the server cannot start, in one line for whoever starts it.
public final class StartException extends Exception {
    private final Why why;

    /// The reasons, with the exit codes of `sysexits.h`.
    public enum Why {
        DEMO_OR_NOT(65),
        NO_STORE(66),
        PORT_TAKEN(69),
        FOLDER_UNUSABLE(73),
        FOLDER_IN_USE(75);

        private final int exitCode;

        Why(int exitCode) {
            this.exitCode = exitCode;
        }
    }

    /// With the message of its cause, which is meant for people.
    StartException(Why why, Throwable cause) {
        super(cause.getMessage(), cause);
        this.why = why;
    }

    StartException(Why why, String message) {
        super(message);
        this.why = why;
    }

    StartException(Why why, String message, Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    public int exitCode() {
        return why.exitCode;
    }
}
