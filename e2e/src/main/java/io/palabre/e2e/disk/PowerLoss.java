// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.disk;

import io.palabre.core.attachments.Blobs;
import io.palabre.core.ids.AttachmentId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.log.Unavailable;
import io.palabre.e2e.Chronicle;
import io.palabre.e2e.Scene;
import io.palabre.e2e.history.Act;
import io.palabre.e2e.history.Entry;
import io.palabre.e2e.history.Invariant;
import io.palabre.e2e.history.Op;
import io.palabre.e2e.history.Run;
import io.palabre.e2e.history.Violation;
import io.palabre.sql.SqliteStore;
import io.palabre.sql.StoreOptions;
import io.palabre.sql.UnusableDataFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Cuts the power of a server that was recorded, again and again at other moments, and looks each
/// time whether what would be left on the disk opens and holds all that had been promised by then.
public final class PowerLoss {
    private static final List<Invariant> JUDGED =
            List.of(
                    Invariant.I1,
                    Invariant.I2,
                    Invariant.I3,
                    Invariant.I4,
                    Invariant.I5,
                    Invariant.I14,
                    Invariant.I15);

    private final List<Op> ops;
    private final List<String> conversations;
    private final Path folder;
    private final List<Call> calls;
    private final long zero;

    /// Out of a scene that is over.
    ///
    /// @param recorded the beginning of the names of the recording's files
    public PowerLoss(Scene scene, List<String> conversations, Path recorded) throws IOException {
        ops = scene.history().sorted();
        this.conversations = conversations;
        folder = scene.server().data();
        calls = Recording.of(files(recorded), folder);
        zero = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()) - System.nanoTime() / 1_000;
    }

    private static List<Path> files(Path recorded) throws IOException {
        var beginning = recorded.getFileName() + ".";
        try (Stream<Path> all = Files.list(recorded.toAbsolutePath().resolveSibling(""))) {
            return all.filter(it -> it.getFileName().toString().startsWith(beginning)).toList();
        }
    }

    /// Half of the times what no sync has covered is lost, half of the times chance decides.
    public List<Violation> cut(SplittableRandom random, int times) throws IOException {
        return cut(random, times, _ -> true);
    }

    /// The same, with only those syncs that are believed: were the program wrong about the others,
    /// this is what would come of it.
    public List<Violation> cut(SplittableRandom random, int times, Predicate<Path> believed)
            throws IOException {
        var platter = new Platter(folder);
        var violations = new ArrayList<Violation>();
        var moments = random.ints(times, 0, calls.size()).sorted().iterator();
        var next = moments.nextInt();
        for (var i = 0; i < calls.size(); i++) {
            var call = calls.get(i);
            if (!(call instanceof Call.Sync sync) || believed.test(sync.file())) platter.take(call);
            while (next == i) {
                boolean torn = random.nextBoolean();
                BooleanSupplier kept = torn ? random::nextBoolean : () -> false;
                violations.addAll(without(platter, kept, call.ended()));
                next = moments.hasNext() ? moments.nextInt() : -1;
            }
        }
        return violations;
    }

    private List<Violation> without(Platter platter, BooleanSupplier kept, long moment)
            throws IOException {
        var left = Files.createTempDirectory(folder.getParent(), "left-");
        platter.leftIn(left, kept);
        var before = ops.stream().filter(op -> op.nanos() / 1_000 + zero <= moment).toList();
        Run run;
        try {
            run = opened(left, before);
        } catch (UnusableDataFolder | Unavailable | SQLException e) {
            return List.of(new Violation(Invariant.I1, left + " cannot be read: " + e));
        }
        return JUDGED.stream().flatMap(each -> each.violations(run).stream()).toList();
    }

    private Run opened(Path left, List<Op> before) throws SQLException {
        var logs = new HashMap<String, List<Entry>>();
        var acts = new HashMap<String, List<Act>>();
        var all = new ArrayList<>(before);
        try (var store = SqliteStore.open(left, StoreOptions.standard(), _ -> _ -> {})) {
            for (var each : conversations) {
                var chronicle = Chronicle.of(store.log(), ConversationId.parse(each).orElseThrow());
                logs.put(each, chronicle.entries());
                acts.put(each, chronicle.acts());
            }
            for (var op : before) if (op instanceof Op.Uploaded it) all.add(fetched(store, it));
        }
        whole(SqliteStore.file(left));
        return new Run(all, logs, List.of(), Map.copyOf(acts));
    }

    private static Op fetched(SqliteStore store, Op.Uploaded file) {
        var id = AttachmentId.parse(file.file()).orElseThrow();
        try (var in = store.blobs().read(id, Blobs.Part.ORIGINAL, 0)) {
            return new Op.Fetched(file.nanos(), file.client(), file.file(), sha256(in));
        } catch (IOException _) {
            return new Op.Fetched(file.nanos(), file.client(), file.file(), null);
        }
    }

    private static String sha256(InputStream in) throws IOException {
        try {
            var sum = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void whole(Path database) throws SQLException {
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + database);
                var rows = db.createStatement().executeQuery("PRAGMA integrity_check")) {
            var said = rows.getString(1);
            if (!said.equals("ok")) throw new SQLException(said);
        }
    }
}
