// SPDX-License-Identifier: Apache-2.0
/// What only time removes.
@NullMarked
package io.palabre.server.attachments;

import org.jspecify.annotations.NullMarked;
