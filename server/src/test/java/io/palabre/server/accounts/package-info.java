// SPDX-License-Identifier: Apache-2.0
/// Tests of what accounts keep to themselves.
@NullMarked
package io.palabre.server.accounts;

import org.jspecify.annotations.NullMarked;
