// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Files that outlast a loss of power: what is in them, and their names, which last when the folder
/// that they are in was synced behind them.
final class OnDisk {

    private static final int BUFFER = 64 * 1024;

    private OnDisk() {}

    /// A file whose bytes are on the disk when it has been closed.
    static OutputStream open(Path file, Set<StandardOpenOption> how) throws IOException {
        makeFolderOf(file);
        var channel = FileChannel.open(file, how, DataFolder.mode(file, "rw-------"));
        var buffered = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
        return new FilterOutputStream(buffered) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                try (channel) {
                    out.flush();
                    channel.force(true);
                }
            }
        };
    }

    /// Gives a file that is on the disk another name, in place of what has it.
    static void move(Path from, Path to) throws IOException {
        makeFolderOf(to);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(to.getParent());
    }

    private static void makeFolderOf(Path file) throws IOException {
        var folder = file.getParent();
        if (folder != null) makeFolder(folder);
    }

    /// A folder, and those that it is in.
    static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return;
        makeFolderOf(folder);
        DataFolder.make(folder);
        sync(folder.getParent());
    }

    /// A file, or the names in a folder where the system lets folders be synced.
    static void sync(@Nullable Path path) throws IOException {
        if (path != null && Files.getFileStore(path).supportsFileAttributeView("posix")) {
            try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
