// SPDX-License-Identifier: Apache-2.0
/// The command line: one class per command, exit codes fit for scripts.
@NullMarked
package io.palabre.server.cli;

import org.jspecify.annotations.NullMarked;
