// SPDX-License-Identifier: Apache-2.0
/// What `--demo` shows: people of a marketplace and what they say to each other, made once, through
/// the same commands that people use.
@NullMarked
package io.palabre.server.demo;

import org.jspecify.annotations.NullMarked;
