// SPDX-License-Identifier: Apache-2.0
/// Three programs to start from: [Echo], [ChatRooms] and [SignIn]. `ExamplesTest` runs them.
@NullMarked
package io.palabre.socketio.examples;

import org.jspecify.annotations.NullMarked;
