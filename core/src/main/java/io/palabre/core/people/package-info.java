// SPDX-License-Identifier: Apache-2.0
/// Who there is. [io.palabre.core.people.People] keeps profiles and finds people by what they are
/// called; [io.palabre.core.people.Passwords] keeps what proves a password, and knows nothing of
/// how; [io.palabre.core.people.Portraits] keeps the pictures they show of themselves and of their
/// groups.
@NullMarked
package io.palabre.core.people;

import org.jspecify.annotations.NullMarked;
