// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.load;

/// A server on 127.0.0.1 and what it speaks.
public record Target(int port, Dialect dialect) {}
