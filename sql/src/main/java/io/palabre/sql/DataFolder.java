// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The folder that holds all data, while this process alone may work in it. What is made in it is
/// readable by its owner only.
final class DataFolder implements AutoCloseable {

    /// The lock files this process holds. The system lets go of a process's lock as soon as any
    /// channel on the file is closed, if only by the garbage collector: so none is opened twice.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final Path lockFile;
    private final FileLock lock;

    private DataFolder(Path path, Path lockFile, FileLock lock) {
        this.path = path;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    static DataFolder open(Path path) {
        try {
            make(path);
            refuseRemote(path, Files.getFileStore(path).type());
            makeFile(path.resolve("palabre.lock"));
            var lockFile = path.resolve("palabre.lock").toRealPath();
            var lock = lock(lockFile);
            if (lock == null) {
                throw new UnusableDataFolder.InUse(path);
            }
            makeFile(database(path));
            return new DataFolder(path, lockFile, lock);
        } catch (IOException e) {
            throw new UnusableDataFolder.NotWritable(path, e);
        }
    }

    static void make(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path, mode(path, "rwx------"));
        }
    }

    static void refuseRemote(Path path, String type) {
        var name = type.toLowerCase(Locale.ROOT);
        if (name.startsWith("nfs") || name.startsWith("cifs") || name.startsWith("smb")) {
            throw new UnusableDataFolder.Remote(path, type);
        }
    }

    static void makeFile(Path file) throws IOException {
        try {
            Files.createFile(file, mode(file, "rw-------"));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isWritable(file)) {
                throw e;
            }
        }
    }

    static FileAttribute<?>[] mode(Path path, String mode) {
        var posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
                }
                : new FileAttribute<?>[0];
    }

    /// Null when it is held already, by this process or another.
    private static @Nullable FileLock lock(Path file) throws IOException {
        if (!HELD.add(file)) {
            return null;
        }
        @Nullable FileLock lock = null;
        try {
            lock = locked(FileChannel.open(file, Set.of(StandardOpenOption.WRITE)));
            return lock;
        } finally {
            if (lock == null) {
                HELD.remove(file);
            }
        }
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        var lock = channel.tryLock();
        if (lock == null) {
            channel.close();
        }
        return lock;
    }

    Path path() {
        return path;
    }

    Path database() {
        return database(path);
    }

    static Path database(Path folder) {
        return folder.resolve("palabre.db");
    }

    Path searchIndex() {
        return path.resolve("search.db");
    }

    /// Where the bytes of attachments are.
    Path files() {
        return path.resolve("files");
    }

    @Override
    public void close() {
        try {
            lock.acquiredBy().close();
            HELD.remove(lockFile);
        } catch (IOException e) {
            throw new UnusableDataFolder.NotWritable(path, e);
        }
    }
}
