// SPDX-License-Identifier: Apache-2.0
/// SQLite behind the core's ports. [io.palabre.sql.SqliteStore] opens a data folder: one `Writer`
/// thread decides and commits in batches, a `Dispatcher` thread tells what was committed in that
/// order, a few `Readers` answer questions. The classes `SqliteLog`, `SqliteInbox`, `SqlitePeople`,
/// `SqliteBlocks`, `SqliteCatalogue`, `SqlitePasswords`, `SqlitePortraits`, `SqliteSessions` and
/// `SqliteAttachments` say the ports in SQL, `Lines` and `Across` what somebody sees of one and of
/// many conversations; `schema/` holds the tables. The bytes of attachments are files beside it,
/// behind `FileBlobs`; `Searching` keeps an index of its own, which follows the log.
@NullMarked
package io.palabre.sql;

import org.jspecify.annotations.NullMarked;
