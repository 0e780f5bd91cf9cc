// SPDX-License-Identifier: Apache-2.0
/// Who is signed in where. A session is known by the hash of its token: the token itself is kept by
/// the client alone.
@NullMarked
package io.palabre.core.sessions;

import org.jspecify.annotations.NullMarked;
