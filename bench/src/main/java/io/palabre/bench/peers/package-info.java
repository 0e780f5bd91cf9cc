// SPDX-License-Identifier: Apache-2.0
/// What is measured, each a child process of its own that dies with the benchmark: our library, a
/// bare Netty broadcaster, the programs of `bench/peers`, and the whole server from its jar.
@NullMarked
package io.palabre.bench.peers;

import org.jspecify.annotations.NullMarked;
