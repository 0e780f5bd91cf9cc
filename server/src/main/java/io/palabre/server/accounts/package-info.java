// SPDX-License-Identifier: Apache-2.0
/// Who is who: signing in and out, sessions, passwords. [Accounts] is the whole of it,
/// [AccountRoutes] its routes; [PasswordHashes] computes hashes with bounded memory, [Throttle]
/// slows guessing.
@NullMarked
package io.palabre.server.accounts;

import org.jspecify.annotations.NullMarked;
