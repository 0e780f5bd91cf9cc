// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.accounts;

import io.palabre.core.people.Passwords;
import io.palabre.core.people.People;
import io.palabre.core.sessions.Sessions;

/// The ports behind which accounts are kept.
public record AccountStore(People people, Passwords passwords, Sessions sessions) {}
