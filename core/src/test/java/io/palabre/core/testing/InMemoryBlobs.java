// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import io.palabre.core.attachments.Blobs;
import io.palabre.core.ids.AttachmentId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Bytes in memory; all of them are old.
final class InMemoryBlobs implements Blobs {

    private record Key(AttachmentId id, Part part) {}

    private final Map<AttachmentId, ByteArrayOutputStream> unfinished = new ConcurrentHashMap<>();
    private final Map<Key, byte[]> parts = new ConcurrentHashMap<>();

    @Override
    public long arrived(AttachmentId id) {
        var bytes = unfinished.get(id);
        return bytes == null ? 0 : bytes.size();
    }

    @Override
    public OutputStream append(AttachmentId id) {
        return unfinished.computeIfAbsent(id, _ -> new ByteArrayOutputStream());
    }

    @Override
    public InputStream unfinished(AttachmentId id) throws IOException {
        return new ByteArrayInputStream(taken(id));
    }

    private byte[] taken(AttachmentId id) throws IOException {
        var bytes = unfinished.get(id);
        if (bytes == null) {
            throw new NoSuchFileException(id.toString());
        }
        return bytes.toByteArray();
    }

    @Override
    public void finish(AttachmentId id, Part part) throws IOException {
        parts.put(new Key(id, part), taken(id));
        unfinished.remove(id);
    }

    @Override
    public void put(AttachmentId id, Part part, Writing writing) throws IOException {
        var bytes = new ByteArrayOutputStream();
        writing.to(bytes);
        parts.put(new Key(id, part), bytes.toByteArray());
    }

    @Override
    public void clear(AttachmentId id) {
        unfinished.remove(id);
    }

    @Override
    public OptionalLong size(AttachmentId id, Part part) {
        var bytes = parts.get(new Key(id, part));
        return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes.length);
    }

    @Override
    public InputStream read(AttachmentId id, Part part, long from) throws IOException {
        var bytes = parts.get(new Key(id, part));
        if (bytes == null) {
            throw new NoSuchFileException(id.toString());
        }
        return new ByteArrayInputStream(bytes, (int) from, bytes.length - (int) from);
    }

    @Override
    public void remove(AttachmentId id) {
        clear(id);
        for (var part : Part.values()) {
            parts.remove(new Key(id, part));
        }
    }

    @Override
    public Set<AttachmentId> olderThan(Instant moment) {
        var all = new HashSet<>(unfinished.keySet());
        parts.keySet().forEach(key -> all.add(key.id()));
        return all;
    }
}
