// SPDX-License-Identifier: Apache-2.0
/// Finding people and being found, by name and by picture: `/api/users…`.
@NullMarked
package io.palabre.server.people;

import org.jspecify.annotations.NullMarked;
