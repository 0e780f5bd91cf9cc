// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// What is in a folder, and what of it would be left without power. It takes nobody's word: a file
/// keeps what a sync of it covered, a name lasts when its folder was synced behind it.
final class Platter {
    private static final int SECTOR = 512;
    private static final String SHARED_MEMORY = "-shm";

    private final Path root;
    private final Map<Path, Thing> now = new HashMap<>();
    private final Map<Path, Thing> safe = new HashMap<>();
    private final List<Naming> namings = new ArrayList<>();

    /// @param root is there for good
    Platter(Path root) {
        this.root = root;
        var folder = new Thing(true);
        now.put(root, folder);
        safe.put(root, folder);
    }

    /// A file or a folder, whatever it is called.
    private static final class Thing {
        private final boolean folder;
        private final List<Call> unsynced = new ArrayList<>();
        private byte[] bytes = {};
        private int size;
        private int live;

        Thing(boolean folder) {
            this.folder = folder;
        }

        /// How long it is for the process.
        void felt(Call call) {
            unsynced.add(call);
            if (call instanceof Call.Cut cut) live = (int) cut.size();
            if (call instanceof Call.Write write) {
                live = Math.max(live, (int) write.at() + write.bytes().remaining());
            }
        }

        void synced(long began) {
            var covered = unsynced.stream().filter(it -> it.ended() <= began).toList();
            covered.forEach(this::take);
            unsynced.removeAll(covered);
        }

        private void take(Call call) {
            if (call instanceof Call.Cut cut) cut((int) cut.size());
            if (call instanceof Call.Write write)
                put((int) write.at(), write.bytes(), 0, write.bytes().remaining());
        }

        private void cut(int to) {
            grow(to);
            if (to < size) Arrays.fill(bytes, to, size, (byte) 0);
            size = to;
        }

        /// Puts a part of something at its place.
        private void put(int at, ByteBuffer what, int from, int length) {
            grow(at + from + length);
            what.get(from, bytes, at + from, length);
            size = Math.max(size, at + from + length);
        }

        private void grow(int to) {
            if (to > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(to, bytes.length * 2));
        }

        Thing copy() {
            var copy = new Thing(folder);
            copy.bytes = bytes.clone();
            copy.size = size;
            copy.unsynced.addAll(unsynced);
            return copy;
        }

        byte[] content() {
            return Arrays.copyOf(bytes, size);
        }
    }

    /// A change of names that no sync has covered yet; a null thing is taken away.
    private record Naming(@Nullable Path from, Path name, @Nullable Thing thing, long ended) {
        void on(Map<Path, Thing> names) {
            if (from != null) names.remove(from);
            if (thing == null) names.remove(name);
            else names.put(name, thing);
        }
    }

    void take(Call call) {
        switch (call) {
            case Call.Make it -> {
                if (!now.containsKey(it.file())) name(null, it.file(), new Thing(it.folder()), it);
            }
            case Call.Move it -> {
                var moved = now.remove(it.from());
                if (moved != null) name(it.from(), it.to(), moved, it);
            }
            case Call.Remove it -> {
                if (now.remove(it.file()) != null) {
                    namings.add(new Naming(null, it.file(), null, it.ended()));
                }
            }
            case Call.Sync it -> sync(it);
            case Call.Write it -> write(it);
            case Call.Cut it -> {
                take(new Call.Make(it.began(), it.ended(), it.file(), false));
                thing(it.file()).felt(it);
            }
        }
    }

    private void name(@Nullable Path from, Path name, Thing thing, Call call) {
        now.put(name, thing);
        namings.add(new Naming(from, name, thing, call.ended()));
    }

    private void write(Call.Write it) {
        var thing = thing(it.file());
        var at = it.at() == Call.AT_THE_END ? thing.live : it.at();
        thing.felt(new Call.Write(it.began(), it.ended(), it.file(), at, it.bytes()));
    }

    private Thing thing(Path file) {
        return now.computeIfAbsent(file, _ -> new Thing(false));
    }

    private void sync(Call.Sync it) {
        var thing = thing(it.file());
        if (!thing.folder) {
            thing.synced(it.began());
            return;
        }
        var covered =
                namings.stream()
                        .filter(n -> it.file().equals(n.name().getParent()))
                        .filter(n -> n.ended() <= it.began())
                        .toList();
        covered.forEach(naming -> naming.on(safe));
        namings.removeAll(covered);
    }

    /// What would be left, in an empty folder.
    ///
    /// @param kept of what no sync has covered, whether a piece of it is on the disk all the same
    void leftIn(Path folder, BooleanSupplier kept) throws IOException {
        var names = new HashMap<>(safe);
        for (var naming : namings) if (kept.getAsBoolean()) naming.on(names);
        var paths = names.keySet().stream().filter(it -> !it.equals(root)).sorted().toList();
        for (var path : paths) {
            var thing = names.get(path);
            var place = folder.resolve(root.relativize(path).toString());
            var parent = place.getParent();
            // without its folder it is nowhere; memory that processes share is on no disk
            if (thing == null || parent == null || !Files.isDirectory(parent)) continue;
            if (path.toString().endsWith(SHARED_MEMORY)) continue;
            if (thing.folder) Files.createDirectory(place);
            else Files.write(place, left(thing, kept));
        }
    }

    private static byte[] left(Thing thing, BooleanSupplier kept) {
        var copy = thing.copy();
        for (var call : thing.unsynced) {
            if (call instanceof Call.Write write) torn(copy, write, kept);
            else if (kept.getAsBoolean()) copy.take(call);
        }
        return copy.content();
    }

    /// Disks write sectors.
    private static void torn(Thing copy, Call.Write write, BooleanSupplier kept) {
        var length = write.bytes().remaining();
        for (var from = 0; from < length; from += SECTOR) {
            if (kept.getAsBoolean()) {
                copy.put((int) write.at(), write.bytes(), from, Math.min(SECTOR, length - from));
            }
        }
    }
}
