// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.ids.Ids;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Copies of a data folder: the database at one moment, and every other file that belongs to it. It
/// may be made while a server works in the folder. When it is made it is on the disk.
public final class Backup {
    /// What is made anew by itself, or means nothing elsewhere.
    private static final Set<String> LEFT_OUT = Set.of("palabre.lock", "operator.json");

    private static final Set<StandardOpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private Backup() {}

    /// Copies a data folder into one that does not exist yet, or is empty. The database comes
    /// first: whatever it refers to is on the disk before it is in the database. It gets its name
    /// last: without it the copy is no backup.
    public static void make(Path folder, Path into) throws IOException {
        var from = folder.toAbsolutePath().normalize();
        var to = into.toAbsolutePath().normalize();
        if (to.startsWith(from)) throw new IOException(to + " is inside of what is to be copied");
        var draft = emptied(to).resolve("palabre.db.copying");
        copyDatabase(DataFolder.database(from), draft);
        copyFiles(from, to);
        name(draft, DataFolder.database(to));
    }

    /// Makes a data folder out of a backup. Its history goes on from another point than that which
    /// clients may have seen: the epoch is another, so that they load anew.
    public static void restore(Path backup, Path folder, Ids ids) throws IOException {
        var from = backup.toAbsolutePath().normalize();
        if (!Files.isRegularFile(DataFolder.database(from))) {
            throw new IOException("there is no backup in " + from);
        }
        var to = emptied(folder.toAbsolutePath().normalize());
        copyFiles(from, to);
        var draft = to.resolve("palabre.db.restoring");
        copyDatabase(DataFolder.database(from), draft);
        try (var db = Connections.writer(draft)) {
            Meta.renew(db, ids);
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
        name(draft, DataFolder.database(to));
    }

    private static void name(Path draft, Path database) throws IOException {
        OnDisk.sync(draft);
        OnDisk.move(draft, database);
    }

    private static Path emptied(Path folder) throws IOException {
        OnDisk.makeFolder(folder);
        try (var files = Files.list(folder)) {
            if (files.findAny().isPresent()) throw new IOException(folder + " is not empty");
        }
        return folder;
    }

    private static void copyDatabase(Path from, Path to) throws IOException {
        DataFolder.makeFile(to);
        try (var db = Db.open(from)) {
            db.run("PRAGMA busy_timeout = 5000");
            db.update("VACUUM INTO ?", to.toString());
        } catch (SQLException e) {
            throw new IOException("the database cannot be copied: " + e.getMessage(), e);
        }
    }

    private static void copyFiles(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new Copying(from, to));
    }

    private static final class Copying extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;

        Copying(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        /// A data folder of its own inside of this one, such as the demo's, is not part of it.
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is)
                throws IOException {
            boolean other = !folder.equals(from) && Files.exists(DataFolder.database(folder));
            if (other) return FileVisitResult.SKIP_SUBTREE;
            OnDisk.makeFolder(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
            if (belongs(String.valueOf(file.getFileName()))) {
                var copy = to.resolve(from.relativize(file));
                copy(file, copy, is.lastModifiedTime());
            }
            return FileVisitResult.CONTINUE;
        }

        private void copy(Path file, Path copy, FileTime changed) throws IOException {
            try (var in = Files.newInputStream(file);
                    var out = OnDisk.open(copy, NEW)) {
                in.transferTo(out);
            } catch (NoSuchFileException e) {
                visitFileFailed(file, e);
                return;
            }
            Files.setLastModifiedTime(copy, changed);
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
                throws IOException {
            OnDisk.sync(to.resolve(from.relativize(folder)));
            return super.postVisitDirectory(folder, e);
        }

        /// A file that went meanwhile is missed by nobody: the database was first.
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (!(e instanceof NoSuchFileException)) throw e;
            return FileVisitResult.CONTINUE;
        }
    }

    /// Databases are copied otherwise, or made anew.
    private static boolean belongs(String name) {
        return !LEFT_OUT.contains(name) && !name.contains(".db") && !name.endsWith(".new");
    }
}
