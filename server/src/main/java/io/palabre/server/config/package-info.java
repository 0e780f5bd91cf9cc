// SPDX-License-Identifier: Apache-2.0
/// Every setting: [Key] is one with its default and meaning, [Settings] gathers them from defaults,
/// file, environment and flags, [Config] is the typed result. What `palabre config` prints and what
/// stops a wrong start are both read off the keys.
@NullMarked
package io.palabre.server.config;

import org.jspecify.annotations.NullMarked;
