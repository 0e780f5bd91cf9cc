// SPDX-License-Identifier: Apache-2.0
/// The product as strangers meet it. `process` starts the real jar and does to it what machines do
/// to programs; `clients` drives real `socket.io-client`s in Node (their half is `e2e/clients`);
/// `history` writes down what every client did and heard, and checks it against the promises;
/// `simulation` runs the core in virtual time under the same checks; `faults` is what networks and
/// disks do, `disk` what one would hold without power, and `torture` all of it for long.
@NullMarked
package io.palabre.e2e;

import org.jspecify.annotations.NullMarked;
