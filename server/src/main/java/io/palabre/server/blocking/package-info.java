// SPDX-License-Identifier: Apache-2.0
/// Keeping people away, and telling moderators about them: [BlockRoutes] and [ReportRoutes].
@NullMarked
package io.palabre.server.blocking;

import org.jspecify.annotations.NullMarked;
