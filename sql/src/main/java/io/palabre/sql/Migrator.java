// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/// Brings the schema forward, one numbered file of `schema/` after another; never back.
final class Migrator {

    private static final List<String> STEPS =
            List.of(
                    "0001-start.sql",
                    "0002-presence.sql",
                    "0003-blocks.sql",
                    "0004-groups.sql",
                    "0005-accounts.sql",
                    "0006-arrangements.sql",
                    "0007-products.sql",
                    "0008-messages.sql",
                    "0009-receipts.sql",
                    "0010-reactions.sql",
                    "0011-lists.sql",
                    "0012-mentions.sql",
                    "0013-attachments.sql",
                    "0014-reports.sql",
                    "0015-sight.sql",
                    "0016-one-index-of-lines.sql",
                    "0017-less.sql",
                    "0018-portraits.sql",
                    "0019-group-portraits.sql",
                    "0020-mutes.sql");

    private final Path folder;

    Migrator(Path folder) {
        this.folder = folder;
    }

    /// A store with data in it is copied to the side before it is changed.
    void migrate(Db db) throws SQLException {
        var found = db.first("PRAGMA user_version", row -> row.small(1)).orElse(0);
        if (found > STEPS.size()) {
            throw new UnusableDataFolder.TooNew(folder, found, STEPS.size());
        }
        if (found > 0 && found < STEPS.size()) {
            copy(db);
        }
        for (var step = found; step < STEPS.size(); step++) {
            apply(db, STEPS.get(step), step + 1);
        }
    }

    /// A copy that is there already is of before a migration that broke off: that one is kept.
    private void copy(Db db) throws SQLException {
        var copy = folder.resolve("palabre-before-" + STEPS.size() + ".db");
        var draft = folder.resolve(copy.getFileName() + ".copying");
        try {
            if (Files.exists(copy)) return;
            Files.deleteIfExists(draft);
            db.update("VACUUM INTO ?", draft.toString());
            Files.move(draft, copy, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UnusableDataFolder.NotWritable(folder, e);
        }
    }

    private static void apply(Db db, String step, int version) throws SQLException {
        db.run("BEGIN IMMEDIATE");
        for (var statement : script(step).split(";\\s*\n", -1)) {
            if (!statement.isBlank()) {
                db.run(statement);
            }
        }
        db.run("PRAGMA user_version = " + version);
        db.run("COMMIT");
    }

    private static String script(String step) {
        try (var in = Migrator.class.getResourceAsStream("schema/" + step)) {
            return new String(Objects.requireNonNull(in, step).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
