// SPDX-License-Identifier: Apache-2.0
/// SQLite behind the core's ports. [io.palabre.sql.SqliteStore] opens a data folder: one `Writer`
/// thread decides and commits in batches, a `Dispatcher` thread tells what was committed in that
/// order, a few `Readers` answer questions. The classes `SqliteLog`, `SqliteInbox`, `SqlitePeople`,
/// `SqliteBlocks`, `SqliteCatalogue`, `SqlitePasswords` and `SqliteSessions` say the ports in SQL;
/// `schema/` holds the tables.
@NullMarked
package io.palabre.sql;

import org.jspecify.annotations.NullMarked;
