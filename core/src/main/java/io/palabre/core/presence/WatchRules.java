// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import java.time.Duration;

/// What one connection may watch, and how often it is told.
///
/// @param quiet the least time between two frames to one connection
/// @param most how many people one connection may watch
public record WatchRules(Duration quiet, int most) {

    public static final WatchRules STANDARD = new WatchRules(Duration.ofMillis(250), 500);
}
