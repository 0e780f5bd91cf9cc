// SPDX-License-Identifier: Apache-2.0
/// SQLite behind the core's ports.
@NullMarked
package io.palabre.sql;

import org.jspecify.annotations.NullMarked;
