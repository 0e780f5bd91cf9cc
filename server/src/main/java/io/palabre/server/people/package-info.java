// SPDX-License-Identifier: Apache-2.0
/// Finding people and being found: `/api/users…`.
@NullMarked
package io.palabre.server.people;

import org.jspecify.annotations.NullMarked;
