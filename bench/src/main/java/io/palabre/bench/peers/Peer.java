// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.peers;

import io.palabre.bench.load.Dialect;
import java.util.List;

/// Something to measure: a program that takes `--port N`, prints `ready`, answers the line `gc`,
/// and ends with its input.
public record Peer(String name, List<String> command, Dialect dialect, Phrases phrases) {}
