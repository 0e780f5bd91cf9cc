// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.hub;

/// How far the entries of one log were told.
///
/// @param told the last number that was told
record Feed(long told) {

    /// What to do with an entry that comes in.
    enum Step {
        /// It is the next one.
        TELL,
        /// It was told already.
        IGNORE,
        /// Others come before it: the log is read behind [#told].
        CATCH_UP
    }

    Step offered(long seq) {
        if (seq <= told) {
            return Step.IGNORE;
        }
        return seq == told + 1 ? Step.TELL : Step.CATCH_UP;
    }
}
