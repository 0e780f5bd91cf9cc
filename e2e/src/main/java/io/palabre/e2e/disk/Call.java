// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.disk;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/// Something that a process had the kernel do to its files.
sealed interface Call {
    /// When it was asked for, in microseconds of the time of day.
    long began();

    /// When it was done.
    long ended();

    /// Bytes come to stand in a file.
    ///
    /// @param at where in it; [#AT_THE_END] for behind all that is there
    record Write(long began, long ended, Path file, long at, ByteBuffer bytes) implements Call {}

    record Cut(long began, long ended, Path file, long size) implements Call {}

    /// Of a file or a folder.
    record Sync(long began, long ended, Path file) implements Call {}

    record Make(long began, long ended, Path file, boolean folder) implements Call {}

    record Move(long began, long ended, Path from, Path to) implements Call {}

    record Remove(long began, long ended, Path file) implements Call {}

    long AT_THE_END = -1;
}
