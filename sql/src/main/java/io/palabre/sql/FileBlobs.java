// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.attachments.Blobs;
import io.palabre.core.ids.AttachmentId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/// Bytes in files. Their names are ids that this program made, and a suffix: nothing a client said
/// is ever part of a path. A part is written beside its place, synced, and moved there.
final class FileBlobs implements Blobs {

    private static final Pattern NAME = Pattern.compile("([0-9A-Z]{26})(\\.[a-z]+)?");
    private static final Set<StandardOpenOption> APPENDING =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    private static final Set<StandardOpenOption> REPLACING =
            Set.of(
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING);

    private final Path root;

    FileBlobs(Path root) {
        this.root = root;
    }

    private Path unfinishedPath(AttachmentId id) {
        return root.resolve("unfinished").resolve(id.toString());
    }

    private Path draftPath(AttachmentId id, Part part) {
        return root.resolve("unfinished").resolve(id + suffix(part) + ".new");
    }

    /// In a folder named for the last letters of the id, which are random.
    private Path path(AttachmentId id, Part part) {
        var name = id.toString();
        return root.resolve(name.substring(name.length() - 2)).resolve(name + suffix(part));
    }

    private static String suffix(Part part) {
        return switch (part) {
            case ORIGINAL -> "";
            case THUMBNAIL -> ".thumbnail";
        };
    }

    @Override
    public long arrived(AttachmentId id) throws IOException {
        return sizeOf(unfinishedPath(id)).orElse(0);
    }

    @Override
    public OutputStream append(AttachmentId id) throws IOException {
        return OnDisk.open(unfinishedPath(id), APPENDING);
    }

    @Override
    public InputStream unfinished(AttachmentId id) throws IOException {
        return Files.newInputStream(unfinishedPath(id));
    }

    @Override
    public void finish(AttachmentId id, Part part) throws IOException {
        OnDisk.move(unfinishedPath(id), path(id, part));
    }

    @Override
    public void put(AttachmentId id, Part part, Writing writing) throws IOException {
        var draft = draftPath(id, part);
        try (var out = OnDisk.open(draft, REPLACING)) {
            writing.to(out);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(draft);
            throw e;
        }
        OnDisk.move(draft, path(id, part));
    }

    @Override
    public void clear(AttachmentId id) throws IOException {
        Files.deleteIfExists(unfinishedPath(id));
    }

    @Override
    public OptionalLong size(AttachmentId id, Part part) throws IOException {
        return sizeOf(path(id, part));
    }

    private static OptionalLong sizeOf(Path file) throws IOException {
        try {
            return OptionalLong.of(Files.size(file));
        } catch (NoSuchFileException _) {
            return OptionalLong.empty();
        }
    }

    @Override
    public InputStream read(AttachmentId id, Part part, long from) throws IOException {
        var channel = FileChannel.open(path(id, part), StandardOpenOption.READ);
        return Channels.newInputStream(channel.position(from));
    }

    @Override
    public void remove(AttachmentId id) throws IOException {
        clear(id);
        for (var part : Part.values()) {
            Files.deleteIfExists(draftPath(id, part));
            Files.deleteIfExists(path(id, part));
        }
    }

    @Override
    public Set<AttachmentId> olderThan(Instant moment) throws IOException {
        var found = new HashSet<AttachmentId>();
        if (Files.isDirectory(root)) {
            try (var files = Files.find(root, 2, (_, attributes) -> attributes.isRegularFile())) {
                for (var file : (Iterable<Path>) files::iterator) {
                    addIfOlder(found, file, moment);
                }
            }
        }
        return found;
    }

    private static void addIfOlder(Set<AttachmentId> found, Path file, Instant moment)
            throws IOException {
        var name = NAME.matcher(String.valueOf(file.getFileName()).replace(".new", ""));
        try {
            if (name.matches() && Files.getLastModifiedTime(file).toInstant().isBefore(moment)) {
                AttachmentId.parse(name.group(1)).ifPresent(found::add);
            }
        } catch (NoSuchFileException _) {
            // it has just gone, which is what is wanted
        }
    }
}
